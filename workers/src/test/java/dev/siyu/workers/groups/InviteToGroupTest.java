package dev.siyu.workers.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.groups.GroupWork;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.wecom.WeCom;
import dev.siyu.workers.JourneySettings;
import dev.siyu.workers.TouchEndings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InviteToGroupTest {

  private static final JobContext JOB =
      new JobContext(1, 2, 3, "intake", 1, "task_Invite", 3, Instant.parse("2028-03-01T06:00:00Z"));
  private static final InviteToGroup.Input INPUT =
      new InviteToGroup.Input("C1", "li.na", "e1", null, null, "group-invitation", "vip");

  private final List<String> sent = new ArrayList<>();
  private boolean inside;
  private Optional<GroupWork.WayIn> way =
      Optional.of(new GroupWork.WayIn("https://qr/1", List.of("wr1")));

  private static <T> T played(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private InviteToGroup worker() {
    Contents contents =
        (key, version, values) -> Optional.of(values.get("name") + " " + values.get("link"));
    var customer =
        new Customer(
            new CustomerId("C1"),
            "wm-1",
            "u1",
            "王小明",
            Stage.SEED,
            "ads",
            "li.na",
            ZoneOffset.UTC,
            true,
            null);
    return new InviteToGroup(
        (touch, call) ->
            call.get() instanceof CallResult.Ok<?>
                ? new TouchOutcome.Queued("msg1")
                : new TouchOutcome.Declined("x", "x"),
        played(
            GroupWork.class,
            (self, method, given) -> method.getName().equals("isIn") ? (Object) inside : way),
        played(
            Customers.class,
            (self, method, given) ->
                method.getName().equals("find") ? Optional.of(customer) : "li.na"),
        contents,
        played(
            WeCom.class,
            (self, method, given) -> {
              sent.add(Objects.requireNonNull(given)[0] + " " + given[1] + " " + given[2]);
              return new CallResult.Ok<>("msg1");
            }),
        new TouchEndings(new JourneySettings(Duration.ofDays(15), 6)));
  }

  private static JobOutcome outcome(String word) {
    return new JobOutcome.Done(Map.of("outcome", word));
  }

  @Test
  void shouldHaveStaffSendTheWayIn() {
    assertThat(worker().work(INPUT, JOB)).isEqualTo(outcome("QUEUED"));
    assertThat(sent).containsExactly("li.na [wm-1] 王小明 https://qr/1");
  }

  @Test
  void shouldNotInviteWhoIsInAlready() {
    inside = true;
    assertThat(worker().work(INPUT, JOB)).isEqualTo(outcome("JOINED"));
    assertThat(sent).isEmpty();
  }

  @Test
  void shouldGoOnWhenThereIsNoWayIn() {
    way = Optional.empty();
    assertThat(worker().work(INPUT, JOB)).isEqualTo(outcome("NO_WAY"));
    assertThat(sent).isEmpty();
  }
}
