package dev.siyu.workers.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.workers.JourneySettings;
import dev.siyu.workers.TouchEndings;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeRemarkTest {

  private static final JobContext JOB =
      new JobContext(1, 2, 3, "intake", 1, "task_x", 3, Instant.parse("2028-03-01T06:00:00Z"));

  private final List<String> changed = new ArrayList<>();
  private @Nullable String external = "wm-1";

  private ChangeRemark worker() {
    return new ChangeRemark(
        (touch, call) -> {
          var answer = call.get();
          return answer instanceof CallResult.Ok<?>
              ? new TouchOutcome.Sent("")
              : new TouchOutcome.Declined("NO_CONTACT", "not a WeCom contact");
        },
        customers(),
        (staff, customer, remark) -> {
          changed.add(staff + " " + customer + " " + remark);
          return new CallResult.Ok<>(true);
        },
        new TouchEndings(new JourneySettings(Duration.ofDays(15), 6)));
  }

  private Customers customers() {
    return (Customers)
        Proxy.newProxyInstance(
            Customers.class.getClassLoader(),
            new Class<?>[] {Customers.class},
            (self, method, arguments) -> Optional.of(customer((CustomerId) arguments[0])));
  }

  private Customer customer(CustomerId id) {
    return new Customer(
        id, external, "u1", "王小明", Stage.SEED, "ads", "li.na", ZoneOffset.UTC, true, null);
  }

  private static ChangeRemark.Input input(String remark) {
    return new ChangeRemark.Input("C1", "li.na", "e1", null, remark);
  }

  @Test
  void shouldCallTheCustomerByNameAndCutWhatIsTooLong() {
    // when
    var outcome = worker().work(input("{name} 包裹卡 一二三四五六七八九十一二三"), JOB);

    // then
    assertThat(outcome).isEqualTo(JobOutcome.done());
    assertThat(changed).containsExactly("li.na wm-1 王小明 包裹卡 一二三四五六七八九十一二");
    assertThat(changed.getFirst().substring("li.na wm-1 ".length())).hasSize(20);
  }

  @Test
  void shouldGoOnWithoutAWordWhenTheCustomerIsNoContact() {
    // given
    external = null;

    // then
    assertThat(worker().work(input("{name}"), JOB)).isEqualTo(JobOutcome.done());
    assertThat(changed).isEmpty();
  }
}
