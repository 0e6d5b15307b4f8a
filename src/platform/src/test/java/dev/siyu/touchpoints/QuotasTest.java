package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.tasks.MessageRoom;
import dev.siyu.touchpoints.Quotas.OfMember;
import dev.siyu.touchpoints.Quotas.Quota;
import dev.siyu.touchpoints.Quotas.Span;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says is left is what the rules let through. */
class QuotasTest {

  private TestRooms rooms;
  private Quotas quotas;
  private CustomerId customer;
  private int sent;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(
                "siyu.rules.mass-sends-per-week", "4",
                "siyu.rules.week-reserve.important", "1",
                "siyu.rules.week-reserve.normal", "1"),
            context -> {
              context.registerBean(FakeWeCom.class, FakeWeCom::new);
              context.registerBean(JourneyMessages.class, () -> messages -> {});
            },
            "customers",
            "orders",
            "tasks",
            "touchpoints");
    quotas = rooms.get(Quotas.class);
    customer = contact("wm-1");
    contact("wm-2");
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private CustomerId contact(String external) {
    var id = rooms.get(Customers.class).byExternalUserId(external);
    rooms.get(Customers.class).added(id, "li.na", "store", rooms.clock().instant());
    return id;
  }

  private TouchOutcome send(Priority priority) {
    var key = new TouchKey(customer, "j", "s", "e" + ++sent);
    var touch = new Touch(key, Medium.MASS_SEND, "traffic-offer", "li.na", null, 0, null, priority);
    return rooms
        .get(Touchpoints.class)
        .make(touch, () -> new CallResult.Ok<>(new Receipt("t" + sent, true, "您好")));
  }

  private void days(int days) {
    rooms.pass(Duration.ofDays(days));
  }

  private Instant now() {
    return rooms.clock().instant();
  }

  @Test
  void shouldSayWhatIsLeftWhatIsReservedAndWhenItFrees() {
    // given
    var first = now();
    send(Priority.NORMAL);
    days(1);
    send(Priority.NORMAL);
    // when
    var quota = quotas.of(customer);
    // then
    assertThat(quota.quotas())
        .contains(new Quota(Span.WEEK, 4, 2, 1, 1, now()))
        .contains(new Quota(Span.DAY, 1, 1, 0, 0, now().plus(Duration.ofDays(1))))
        .contains(new Quota(Span.MONTH, 31, 2, 0, 0, now()));
    assertThat(quota.mayGo().get(Priority.NORMAL)).isEqualTo(now().plus(Duration.ofDays(1)));
    assertThat(quota.mayGo().get(Priority.MINOR))
        .as("two are kept for others until the first is a week old")
        .isEqualTo(first.plus(Duration.ofDays(7)));
    // and the rules say the same
    days(1);
    assertThat(send(Priority.MINOR)).isInstanceOf(TouchOutcome.Refused.class);
    assertThat(send(Priority.NORMAL)).isInstanceOf(TouchOutcome.Queued.class);
  }

  @Test
  void shouldCountTheCustomersOfAMemberByWhatMayReachThem() {
    // given
    send(Priority.NORMAL);
    // when
    var today = quotas.members();
    days(1);
    send(Priority.NORMAL);
    days(1);
    var later = quotas.members();
    // then
    assertThat(today)
        .containsExactly(
            new OfMember("li.na", 2, 1, 1, 1, 1, TestRooms.START.plus(Duration.ofDays(1))));
    assertThat(later).containsExactly(new OfMember("li.na", 2, 2, 2, 1, 0, null));
  }

  @Test
  void shouldSayHowManyAppMessagesMayLeave() {
    // given
    var room = rooms.get(MessageRoom.class);
    // then
    assertThat(room.limits()).isEqualTo(new MessageRoom.Limits(15, 500, 2000));
    assertThat(room.left("li.na")).isEqualTo(new MessageRoom.Left(15, 500, 0));
    assertThat(room.leftToday()).isEqualTo(2000);
  }
}
