package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.NothingSent;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class UnpreparedTouchTest {

  private final FakeWeCom weCom = new FakeWeCom();
  private TestRooms rooms;
  private CustomerId customer;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(WeCom.class, () -> weCom);
              context.registerBean(JourneyMessages.class, () -> messages -> {});
            },
            "customers",
            "orders",
            "tasks",
            "touchpoints");
    var customers = rooms.get(Customers.class);
    customer = customers.byExternalUserId("wm-1");
    customers.added(customer, "li.na", "store", rooms.clock().instant());
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private TouchOutcome touch(Supplier<CallResult<Receipt>> call) {
    var key = new TouchKey(customer, "first-order", "hi", "e1");
    return rooms
        .get(Touchpoints.class)
        .make(new Touch(key, Medium.MASS_SEND, "traffic-offer", "li.na", null, 42), call);
  }

  @Test
  void shouldTryAgainInsteadOfDoubtingWhatWasNeverSent() {
    // given
    var first =
        touch(
            () -> {
              throw new NothingSent("text", new QueryTimeoutException("away"));
            });

    // when
    rooms.pass(Duration.ofSeconds(1));
    var second = touch(() -> new CallResult.Ok<>(new Receipt("msg-1", false)));

    // then
    assertThat(first)
        .isInstanceOfSatisfying(
            TouchOutcome.Retryable.class, again -> assertThat(again.code()).isEqualTo("SIYU-3006"));
    assertThat(second).isEqualTo(new TouchOutcome.Sent("msg-1"));
  }
}
