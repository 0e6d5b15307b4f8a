package dev.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final List<String> STAFF = List.of("li.na", "wang.fang");
  private static final ReplayOrder DECEMBER =
      ReplayOrder.parse("from=2010-12-01,to=2011-01-31,firstBoughtUntil=2010-12-31", List.of());

  private final Recording year = new SampleData().read(List.of());

  @Test
  void shouldTakeEveryOrderAndRefundOfThoseWhoFirstBoughtInDecember() {
    // when
    List<PlannedEvent> plan = Plan.of(year, DECEMBER, STAFF);

    // then
    Map<PlannedEvent.Kind, Long> counts =
        plan.stream().collect(Collectors.groupingBy(PlannedEvent::kind, Collectors.counting()));
    assertThat(year.errors()).isEmpty();
    assertThat(counts.get(PlannedEvent.Kind.ADD)).isEqualTo(885);
    assertThat(counts.get(PlannedEvent.Kind.ORDER)).isEqualTo(1_917);
    assertThat(counts.get(PlannedEvent.Kind.REFUND)).isEqualTo(393);
    assertThat(counts.get(PlannedEvent.Kind.REPLY)).isBetween(220L, 310L);
  }

  @Test
  void shouldPlanTheSameEventsEveryTime() {
    assertThat(Plan.of(year, DECEMBER, STAFF)).isEqualTo(Plan.of(year, DECEMBER, STAFF));
  }

  @Test
  void shouldLetEveryoneAddStaffInShopHoursWellBeforeTheFirstOrder() {
    // given
    Map<String, LocalDateTime> firstOrders =
        year.orders().stream()
            .collect(
                Collectors.toMap(
                    OrderRow::customerId, OrderRow::paidAt, (a, b) -> a.isBefore(b) ? a : b));

    // when
    List<PlannedEvent> adds =
        Plan.of(year, DECEMBER, STAFF).stream()
            .filter(event -> event.kind() == PlannedEvent.Kind.ADD)
            .toList();

    // then
    assertThat(adds)
        .allSatisfy(
            add -> {
              assertThat(add.at())
                  .isBefore(
                      firstOrders
                          .getOrDefault(add.customer(), LocalDateTime.of(2000, 1, 1, 0, 0))
                          .minusMinutes(39));
              assertThat(add.at().toLocalTime())
                  .isBetween(LocalTime.of(9, 0), LocalTime.of(21, 30));
            });
    assertThat(adds.stream().map(add -> add.body().get("state")).distinct()).hasSize(5);
    assertThat(adds.stream().map(add -> add.body().get("staffUserId")).distinct()).hasSize(2);
  }

  @Test
  void shouldLeaveOutRefundsOfStrangersUnlessAsked() {
    // given
    var day = LocalDateTime.of(2010, 12, 5, 10, 0);
    var recording =
        new Recording(
            List.of(new OrderRow("1", "A", day, 100, 1, "UK")),
            List.of(new RefundRow("C1", "A", day, 50), new RefundRow("C2", "B", day, 60)),
            Map.of(),
            Map.of(),
            List.of());

    // when
    var without = Plan.of(recording, ReplayOrder.parse("speed=max", List.of()), STAFF);
    var with = Plan.of(recording, ReplayOrder.parse("strangersToo=true", List.of()), STAFF);

    // then
    assertThat(without)
        .extracting(PlannedEvent::key)
        .contains("refund:C1")
        .doesNotContain("refund:C2");
    assertThat(with).extracting(PlannedEvent::key).contains("refund:C1", "refund:C2");
  }

  @Test
  void shouldCutToTheNumberOfCustomersAskedForInTheOrderOfTheirFirstPurchase() {
    // when
    List<PlannedEvent> plan =
        Plan.of(year, ReplayOrder.parse("customers=2,to=2010-12-31", List.of()), STAFF);

    // then
    assertThat(plan.stream().map(PlannedEvent::customer).distinct())
        .containsExactlyInAnyOrder("17850", "13047");
    assertThat(plan)
        .allMatch(event -> !event.at().toLocalDate().isAfter(LocalDate.of(2010, 12, 31)));
  }

  /** A recording that knows when people became contacts: A and B buy, C never does. */
  private static Recording known() {
    return new Recording(
        List.of(
            new OrderRow("1", "A", at(5), 100, 1, "CN"),
            new OrderRow("2", "B", at(6), 100, 1, "CN"),
            new OrderRow("3", "A", at(9), 100, 1, "CN")),
        List.of(),
        Map.of("A", at(2), "B", at(3), "C", at(4)),
        Map.of(),
        List.of());
  }

  private static LocalDateTime at(int december) {
    return LocalDateTime.of(2010, 12, 1, 10, 0).plusDays(december - 1L);
  }

  private static List<String> keys(Recording recording, String order) {
    return Plan.of(recording, ReplayOrder.parse(order + ",replyPercent=0", List.of()), STAFF)
        .stream()
        .map(PlannedEvent::key)
        .toList();
  }

  @Test
  void shouldLeaveOutWhomTheCutLeavesOutAndNotPlayThemAsPeopleWhoDoNotBuy() {
    assertThat(keys(known(), "customers=1"))
        .as("B bought, so B is no contact without an order")
        .containsExactly("add:wm-A", "order:1", "order:3");
    assertThat(keys(known(), "customers=2"))
        .containsExactly("add:wm-A", "add:wm-B", "order:1", "order:2", "order:3");
    assertThat(keys(known(), "firstBoughtUntil=2010-12-05"))
        .as("who bought too late to be wanted is left out, who never bought stays")
        .containsExactly("add:wm-A", "add:wm-C", "order:1", "order:3");
  }

  @Test
  void shouldCutContactsWhoDoNotBuyLikeEverybodyElse() {
    assertThat(keys(known(), "customers=3").stream().filter(key -> key.startsWith("add:")))
        .containsExactly("add:wm-A", "add:wm-B", "add:wm-C");
    assertThat(keys(known(), "from=2010-12-03,customers=1"))
        .as("A was added before the range")
        .containsExactly("add:wm-B", "order:2");
  }

  @Test
  void shouldNotPlayOldCustomersAsNewOnes() {
    // given A bought before, was added long ago and goes on buying; B bought before being added
    var recording =
        new Recording(
            List.of(
                new OrderRow("0", "A", at(-200), 100, 1, "CN"),
                new OrderRow("1", "A", at(5), 100, 1, "CN"),
                new OrderRow("2", "B", at(-30), 100, 1, "CN"),
                new OrderRow("3", "B", at(6), 100, 1, "CN"),
                new OrderRow("4", "C", at(7), 100, 1, "CN")),
            List.of(),
            Map.of("A", at(-210), "B", at(4), "C", at(-90), "D", at(5)),
            Map.of(),
            List.of());

    // then
    assertThat(keys(recording, "speed=max")).containsExactly("add:wm-D");
  }
}
