package dev.siyu.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.customers.Customers;
import dev.siyu.touchpoints.TouchOutcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayersTest {

  private LayerRig rig;

  @BeforeEach
  void open() {
    rig = new LayerRig(Map.of());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldDecideTheLayerInTheTransactionOfTheOrder() {
    // given
    var customer = rig.contact("a");
    // when
    rig.pays(customer, 100);
    var first = rig.layer(customer);
    rig.paysMonthly(customer, 6, 900);
    // then
    assertThat(first).isEqualTo("OUTER");
    assertThat(rig.layer(customer)).isEqualTo("CORE");
    assertThat(rig.moves(customer))
        .containsExactly("OUTER INFLUENCE ORDER", "INFLUENCE CORE ORDER");
  }

  @Test
  void shouldReverseTheLayerWhenMoneyGoesBack() {
    // given
    var customer = rig.contact("a");
    rig.paysMonthly(customer, 6, 800);
    // when
    rig.returns(customer, 700);
    // then
    assertThat(rig.layer(customer)).isEqualTo("INFLUENCE");
    assertThat(rig.moves(customer)).endsWith("CORE INFLUENCE REFUND");
  }

  @Test
  void shouldCountAPartlyRefundedOrderAndNotAFullyRefundedOne() {
    // given
    var customer = rig.contact("a");
    rig.pays(customer, 500);
    rig.pays(customer, 400);
    // when
    rig.returns(customer, 450);
    // then
    assertThat(facts(customer.value())).isEqualTo("45000 45000 1 1 0");
  }

  @Test
  void shouldKeepWhatCameBackBeyondAllOrdersInTheLifetimeSumOnly() {
    // given
    var customer = rig.contact("a");
    rig.pays(customer, 100);
    // when
    rig.returns(customer, 150);
    // then
    assertThat(facts(customer.value())).isEqualTo("0 -5000 0 0 12");
  }

  @Test
  void shouldFallByTimeOnTheVeryDayAndNotBefore() {
    // given
    var customer = rig.contact("a");
    rig.paysMonthly(customer, 6, 800);
    // when
    rig.pass(89);
    var before = rig.layer(customer);
    rig.pass(1);
    // then
    assertThat(before).isEqualTo("CORE");
    assertThat(rig.layer(customer)).isEqualTo("INFLUENCE");
    assertThat(rig.moves(customer)).endsWith("CORE INFLUENCE TIME");
  }

  @Test
  void shouldForgetAnOrderAfterAYearAndThenLookNoMore() {
    // given
    var customer = rig.contact("a");
    rig.pays(customer, 20_000);
    // when
    rig.pass(364);
    var lastDay = facts(customer.value());
    rig.pass(1);
    // then
    assertThat(lastDay).isEqualTo("2000000 2000000 1 1 12");
    assertThat(facts(customer.value())).isEqualTo("0 2000000 0 0 12");
    assertThat(rig.get(LayerDays.class).nextDue()).isEmpty();
  }

  @Test
  void shouldLookAtNobodyWhoseDayHasNotCome() {
    // given
    rig.pays(rig.contact("a"), 100);
    // then
    assertThat(rig.get(LayerDays.class).nextDue())
        .contains(
            rig.now()
                .plusSeconds(30L * 24 * 3600)
                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                .minusSeconds(8 * 3600));
  }

  @Test
  void shouldDecideOnceBehindSeveralChangesAndKeepTheRefundAsTheCause() {
    // given
    var customer = rig.contact("a");
    rig.paysMonthly(customer, 6, 800);
    var orders = rig.get(dev.siyu.orders.Orders.class);
    // when a refund and an order come before anybody decides
    orders.refunded(new dev.siyu.orders.Refund("mall", "rx", customer, null, 90_000, rig.now()));
    orders.paid(
        new dev.siyu.orders.PaidOrder("mall", "ox", customer, 100, 1, null, null, rig.now()));
    var before = rig.layer(customer);
    assertThat(rig.get(LayerOrders.class).nextDue()).contains(java.time.Instant.EPOCH);
    rig.decide();
    rig.decide();
    // then
    assertThat(before).isEqualTo("CORE");
    assertThat(rig.layer(customer)).isEqualTo("INFLUENCE");
    assertThat(rig.moves(customer)).endsWith("CORE INFLUENCE REFUND").hasSizeLessThan(4);
    assertThat(rig.get(LayerOrders.class).nextDue()).isEmpty();
  }

  @Test
  void shouldGiveTheOrdersOfAMergedCustomerToTheOneWhoStays() {
    // given
    var customers = rig.get(Customers.class);
    var mallOnly = customers.byUnionId("u-b");
    rig.paysMonthly(mallOnly, 6, 900);
    // when
    var kept = rig.contact("b");
    rig.decide();
    // then
    assertThat(rig.layer(kept)).isEqualTo("CORE");
    assertThat(rig.layer(mallOnly)).isEqualTo("none");
    assertThat(rig.moves(kept)).endsWith("OUTER CORE MERGE");
  }

  @Test
  void shouldShowTheInfluenceLayerAsATagTheNextDayAndTakeItBack() {
    // given
    var customer = rig.contact("a");
    rig.paysMonthly(customer, 6, 800);
    // when
    rig.days();
    var sameDay = rig.tagged.size();
    rig.pass(1);
    rig.pass(400);
    rig.pass(1);
    // then
    assertThat(sameDay).isZero();
    assertThat(rig.tagged).containsExactly(customer + " t0 +层级/影响", customer + " t1 + -层级/影响");
    assertThat(rig.get(LayerTags.class).nextDue()).isEmpty();
  }

  @Test
  void shouldAskForTheSameTouchAgainWhenWeComWasBusyAndForAnotherWhenItsEndIsUnknown() {
    // given
    var customer = rig.contact("a");
    rig.paysMonthly(customer, 6, 800);
    rig.answer = new TouchOutcome.Retryable("45009", "busy", java.time.Duration.ofMinutes(1));
    rig.pass(1);
    rig.answer = new TouchOutcome.Unknown("TIMEOUT", "no answer");
    rig.pass(1);
    rig.answer = null;
    // when
    rig.pass(1);
    // then
    assertThat(rig.tagged)
        .containsExactly(customer + " t0 +层级/影响", customer + " t0 +层级/影响", customer + " t1 +层级/影响");
  }

  @Test
  void shouldDecideEverybodyAnewWhenThePeopleChangeTheTable() {
    // given
    var customer = rig.contact("a");
    rig.pays(customer, 2_000);
    var desk = rig.get(LayerDesk.class);
    var changed = desk.rules().xml().replace("&gt;= 10000", "&gt;= 2000");
    // when
    var rules = desk.change(changed, "累计两千即影响层", "ops");
    rig.days();
    // then
    assertThat(rules.version()).isEqualTo(2);
    assertThat(rig.layer(customer)).isEqualTo("INFLUENCE");
    assertThat(rig.moves(customer)).containsExactly("OUTER INFLUENCE TIME");
  }

  @Test
  void shouldRefuseATableThatLeavesSomebodyWithoutLayer() {
    // given
    var desk = rig.get(LayerDesk.class);
    var xml = desk.rules().xml();
    // then
    assertThat(desk.objection(xml)).isNull();
    for (var bad :
        new String[] {
          xml.replace("\"OUTER\"</text>", "\"NONE\"</text>"),
          xml.replace("id=\"layer\"", "id=\"other\""),
          xml.replace("&gt;= 5000", "&gt;= "),
          "<!DOCTYPE x []>" + xml,
          "no xml"
        }) {
      assertThatThrownBy(() -> desk.change(bad, null, "ops"))
          .isInstanceOf(LayerDesk.RulesRefused.class);
    }
    assertThat(desk.rules().version()).isEqualTo(1);
  }

  private String facts(String id) {
    return rig.rooms
        .jdbc()
        .sql(
            """
            SELECT concat_ws(' ', net_year_cents, net_ever_cents, orders_year, active_months,
              silent_months) FROM customer_layer WHERE customer_id = :id
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }
}
