package dev.siyu.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.layers.CoreCircle.Verdict;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoreCircleTest {

  private LayerRig rig;
  private CoreCircle circle;

  @BeforeEach
  void open() {
    // one place for every customer of a group, so that few customers are enough
    rig = new LayerRig(Map.of("siyu.core.places", "50", "siyu.core.group-size", "50"));
    circle = rig.get(CoreCircle.class);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private CustomerId qualified(String name) {
    var customer = rig.contact(name);
    rig.paysMonthly(customer, 6, 900);
    return customer;
  }

  private CustomerId invited(String name) {
    var customer = qualified(name);
    round(16);
    return customer;
  }

  private CustomerId member(String name) {
    var customer = invited(name);
    circle.admit(customer, "core1", rig.now());
    return customer;
  }

  private void round(int days) {
    rig.pass(days);
    rig.get(CoreInvitations.class).runDue(rig.now());
  }

  @Test
  void shouldInviteOnTheNextRoundDayButOnlyWhoHasQualifiedForTheAfterSalePeriod() {
    // given
    var customer = qualified("a");
    var next = rig.get(CoreInvitations.class).nextDue().orElseThrow();
    // when
    round(14);
    var early = rig.core(customer);
    round(2);
    // then
    assertThat(next.atZone(ZoneId.of("Asia/Shanghai")).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(early).isEqualTo("none");
    assertThat(rig.core(customer)).isEqualTo("INVITED QUALIFIED");
    assertThat(rig.messages()).containsExactly("core-invited " + customer);
    assertThat(rig.announced.getFirst().variables())
        .containsEntry("staffId", "li.na")
        .containsEntry("operatorId", "zhao.min")
        .containsEntry("entry", "core1");
  }

  @Test
  void shouldInviteTheBestAsFarAsTheGroupHasPlaces() {
    // given
    rig.close();
    rig = new LayerRig(Map.of("siyu.core.places", "25", "siyu.core.group-size", "50"));
    var good = qualified("a");
    var better = qualified("b");
    rig.pays(better, 100);
    // when
    round(16);
    // then
    assertThat(rig.core(better)).isEqualTo("INVITED QUALIFIED");
    assertThat(rig.core(good)).isEqualTo("none");
  }

  @Test
  void shouldInviteNobodyWhenNoOperatorHasRoom() {
    // given
    rig.close();
    rig =
        new LayerRig(
            Map.of(
                "siyu.core.places", "50",
                "siyu.core.group-size", "50",
                "siyu.core.per-operator", "1",
                "siyu.core.operators[0]", "chen.jing=Europe/"));
    var first = qualified("a");
    var second = qualified("b");
    // when
    round(16);
    // then
    assertThat(List.of(rig.core(first), rig.core(second)))
        .containsExactlyInAnyOrder("INVITED QUALIFIED", "none");
  }

  @Test
  void shouldMakeAMemberOnceWithStageAndTagAndReview() {
    // given
    var customer = invited("a");
    rig.pass(1);
    rig.tagged.clear();
    // when
    var first = circle.admit(customer, "core1", rig.now());
    var again = circle.admit(customer, "core1", rig.now());
    rig.pass(1);
    // then
    assertThat(first).isTrue();
    assertThat(again).isTrue();
    assertThat(rig.core(customer)).isEqualTo("MEMBER ACCEPTED");
    assertThat(stage(customer)).isEqualTo(Stage.CORE);
    assertThat(rig.tagged).containsExactly(customer + " t1 +层级/核心 -层级/影响");
    assertThat(rig.messages())
        .containsExactly("core-invited " + customer, "core-member-joined " + customer);
  }

  @Test
  void shouldTakeNobodyInWhoseInvitationWasWithdrawnByARefund() {
    // given
    var customer = invited("a");
    rig.returns(customer, 2_000);
    // when
    var admitted = circle.admit(customer, "core1", rig.now());
    // then
    assertThat(admitted).isFalse();
    assertThat(rig.core(customer)).isEqualTo("OUT REFUNDED");
    assertThat(rig.messages()).endsWith("core-withdrawn " + customer);
  }

  @Test
  void shouldEndAMembershipAtOnceWhenARefundTakesItsGround() {
    // given
    var customer = member("a");
    // when
    rig.returns(customer, 2_000);
    // then
    assertThat(rig.core(customer)).isEqualTo("OUT REFUNDED");
    assertThat(stage(customer)).isEqualTo(Stage.REPURCHASE);
    assertThat(rig.messages()).endsWith("core-withdrawn " + customer);
  }

  @Test
  void shouldGiveAQuarterOfGraceBeforeTimeEndsAMembership() {
    // given
    var customer = member("a");
    var kept = circle.review(customer, "core1", 1, rig.now());
    // when
    rig.pass(91);
    var warned = circle.review(customer, "core1", 2, rig.now());
    var repeated = circle.review(customer, "core1", 2, rig.now());
    rig.pass(91);
    var demoted = circle.review(customer, "core1", 3, rig.now());
    var demotedAgain = circle.review(customer, "core1", 3, rig.now());
    // then
    assertThat(List.of(kept, warned, repeated, demoted, demotedAgain))
        .containsExactly(Verdict.KEEP, Verdict.WARN, Verdict.WARN, Verdict.DEMOTE, Verdict.DEMOTE);
    assertThat(rig.core(customer)).isEqualTo("OUT DEMOTED");
    assertThat(circle.review(customer, "core1", 4, rig.now())).isEqualTo(Verdict.GONE);
    assertThat(circle.review(customer, "core2", 5, rig.now())).isEqualTo(Verdict.GONE);
  }

  @Test
  void shouldForgetTheWarningWhenTheMemberCameBack() {
    // given
    var customer = member("a");
    rig.pass(91);
    circle.review(customer, "core1", 1, rig.now());
    // when
    rig.pays(customer, 900);
    var recovered = circle.review(customer, "core1", 2, rig.now());
    rig.pass(91);
    var warnedAnew = circle.review(customer, "core1", 3, rig.now());
    // then
    assertThat(List.of(recovered, warnedAnew)).containsExactly(Verdict.KEEP, Verdict.WARN);
    assertThat(whys(customer))
        .containsExactly("QUALIFIED", "ACCEPTED", "WARNED", "RECOVERED", "WARNED");
  }

  @Test
  void shouldAskAgainOnlyAfterThePauseAndCountTheInvitation() {
    // given
    var customer = invited("a");
    circle.unanswered(customer, "core1", rig.now());
    circle.unanswered(customer, "core1", rig.now());
    // when
    for (int month = 0; month < 6; month++) {
      rig.pays(customer, 900);
      round(29);
    }
    var paused = rig.core(customer);
    rig.pays(customer, 900);
    round(8);
    // then
    assertThat(paused).isEqualTo("OUT SILENT");
    assertThat(rig.core(customer)).isEqualTo("INVITED QUALIFIED");
    assertThat(rig.announced.getLast().variables()).containsEntry("entry", "core2");
    assertThat(circle.admit(customer, "core1", rig.now())).as("an old reply").isFalse();
  }

  @Test
  void shouldEndTheMembershipOfWhoLeavesWeComAndOfWhomAPersonRemoves() {
    // given
    var left = member("a");
    var removed = member("b");
    // when
    rig.get(Customers.class).left(left, "li.na", rig.now().plusSeconds(1));
    var done = circle.remove(removed, "转售内部价", "manager");
    var again = circle.remove(removed, "转售内部价", "manager");
    // then
    assertThat(rig.core(left)).isEqualTo("OUT LEFT");
    assertThat(rig.core(removed)).isEqualTo("OUT REMOVED");
    assertThat(rig.told)
        .as("the operator hears of both, coming and going")
        .containsExactlyInAnyOrder(
            "zhao.min: 新的核心会员由您负责：a，导购 li.na",
            "zhao.min: 新的核心会员由您负责：b，导购 li.na",
            "zhao.min: 核心会员 a 已离开核心圈：客户已删除好友",
            "zhao.min: 核心会员 b 已离开核心圈：转售内部价");
    assertThat(done).isTrue();
    assertThat(again).isFalse();
  }

  @Test
  void shouldKeepTheStageOfAMemberWhoFallsAsleepAndShowTheSleepWhenTheMembershipEnds() {
    // given
    var asleep = member("a");
    var awake = member("b");
    // when
    rig.get(Customers.class).moveTo(asleep, Stage.DORMANT, rig.now(), "沉睡");
    rig.get(Customers.class).moveTo(awake, Stage.DORMANT, rig.now(), "沉睡");
    rig.get(Customers.class).moveTo(awake, Stage.REPURCHASE, rig.now(), "又买了");
    // then
    assertThat(stage(asleep)).isEqualTo(Stage.CORE);
    // when
    circle.remove(asleep, "转售内部价", "manager");
    circle.remove(awake, "转售内部价", "manager");
    // then
    assertThat(stage(asleep)).isEqualTo(Stage.DORMANT);
    assertThat(stage(awake)).isEqualTo(Stage.REPURCHASE);
  }

  @Test
  void shouldChooseTheOperatorOfTheRegionWithTheFewestMembers() {
    // given
    var operators =
        List.of(
            Operator.read("a=Europe/London"),
            Operator.read("b=Europe/London"),
            Operator.read("c=Europe/"),
            Operator.read("d="));
    // then
    assertThat(chosen(operators, Map.of("a", 3, "b", 2), "Europe/London")).isEqualTo("b");
    assertThat(chosen(operators, Map.of(), "Europe/Paris")).isEqualTo("c");
    assertThat(chosen(operators, Map.of("a", 9, "b", 9, "c", 9), "Asia/Tokyo")).isEqualTo("d");
    assertThat(chosen(operators, Map.of("a", 20, "b", 20), "Europe/London")).isEqualTo("c");
    assertThat(Operator.choose(operators, Map.of("a", 20, "b", 20, "c", 20, "d", 20), 20, "x"))
        .isEmpty();
  }

  @Test
  void shouldNameValueAndExpectationOfAWrongSetting() {
    assertThatThrownBy(() -> new LayerRig(Map.of("siyu.core.per-operator", "21")).close())
        .rootCause()
        .hasMessage("siyu.core.per-operator: 21 (expected: 1 to 20)");
  }

  private static String chosen(List<Operator> all, Map<String, Integer> load, String zone) {
    return Operator.choose(all, load, 20, zone).orElseThrow().userId();
  }

  private Stage stage(CustomerId id) {
    return rig.get(Customers.class).find(id).map(Customer::stage).orElseThrow();
  }

  private List<String> whys(CustomerId id) {
    return rig.rooms
        .jdbc()
        .sql("SELECT why FROM core_move WHERE customer_id = :id ORDER BY id")
        .param("id", id.value())
        .query(String.class)
        .list();
  }
}
