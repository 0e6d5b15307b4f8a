package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalKind.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.Agreements.State;
import dev.siyu.attribution.Split.Share;
import dev.siyu.attribution.Terms.SplitRule;
import dev.siyu.attribution.Terms.Turn;
import dev.siyu.attribution.Terms.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgreementsTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private Rig rig;
  private Agreements agreements;

  @BeforeEach
  void open() {
    rig = new Rig();
    agreements = rig.get(Agreements.class);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Terms terms(LocalDate from, Share... shares) {
    var rule = new SplitRule("全部", new When(Turn.ANY, Map.of()), List.of(shares));
    return new Terms(
        "新协议",
        "*",
        30,
        90,
        7,
        Terms.LostRefunds.NOBODY,
        from,
        null,
        List.of("电商部", "门店"),
        List.of(),
        List.of(rule));
  }

  private static Terms half(LocalDate from) {
    return terms(from, new Share("电商部", 5_000), new Share("门店", 5_000));
  }

  private String asked(LocalDate from) {
    var id = agreements.draft(half(from), "G1", "manager");
    agreements.ask(id, "manager");
    return id;
  }

  private Agreements.View view(String id) {
    return agreements.find(id).orElseThrow();
  }

  @Test
  void shouldTakeTheOldOnesPlaceFromItsFirstDayOnAndNotBefore() {
    // given
    var id = asked(NEW_YEAR);
    assertThat(rig.people.open)
        .hasEntrySatisfying(
            "AGREEMENT " + id,
            asked -> assertThat(asked.departments()).containsExactly("电商部", "门店"));
    // when
    rig.decide(AGREEMENT, id, APPROVED);
    // then
    assertThat(view(id).state()).isEqualTo(State.IN_FORCE);
    assertThat(view(id).version()).isEqualTo(2);
    assertThat(view("G1").state()).isEqualTo(State.ENDED);
    assertThat(view("G1").until()).isEqualTo(NEW_YEAR);
    var customer = rig.customer("a", "store", Instant.parse("2026-12-31T00:00:00Z"));
    rig.pays(customer, "old", 1_000, Instant.parse("2026-12-31T15:59:59Z"));
    rig.pays(customer, "new", 1_000, Instant.parse("2026-12-31T16:00:00Z"));
    rig.write();
    assertThat(rig.texts("SELECT order_id || ' ' || agreement_id FROM attribution ORDER BY 1"))
        .containsExactly("new " + id, "old G1");
  }

  @Test
  void shouldNotChangeWhatWasAskedForNeitherByTheDeskNorByTheDatabase() {
    var id = asked(NEW_YEAR);
    assertThatThrownBy(() -> agreements.edit(id, half(NEW_YEAR.plusDays(1)), "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8111");
    assertThatThrownBy(
            () -> rig.rooms.jdbc().sql("UPDATE agreement SET terms = '{}', hash = ''").update())
        .hasMessageContaining("SIYU-8112");
  }

  @Test
  void shouldStayOutOfForceWhenRejectedOrWhenTheApprovalWasForOtherTerms() {
    // given
    var rejected = asked(NEW_YEAR);
    rig.decide(AGREEMENT, rejected, REJECTED);
    var forged = asked(NEW_YEAR);
    // when
    rig.people.approved.clear();
    rig.rooms.publish(
        new dev.siyu.approvals.ApprovalEnded(
            "A9", AGREEMENT, forged, "another hash", APPROVED, List.of("boss"), ""));
    // then
    assertThat(view(rejected).state()).isEqualTo(State.REJECTED);
    assertThat(view(forged).state()).isEqualTo(State.ASKED);
    assertThat(view("G1").state()).isEqualTo(State.IN_FORCE);
  }

  @Test
  void shouldBeginTheDayAfterWhenItIsApprovedLate() {
    // given
    var id = asked(NEW_YEAR);
    rig.pass(60);
    // when
    rig.decide(AGREEMENT, id, APPROVED);
    // then
    assertThat(view(id).from()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(view("G1").until()).isEqualTo(LocalDate.of(2027, 1, 31));
  }

  @Test
  void shouldNeverHaveTwoForTheSameDay() {
    // given
    rig.decide(AGREEMENT, asked(NEW_YEAR), APPROVED);
    var second = asked(NEW_YEAR);
    // when
    rig.decide(AGREEMENT, second, APPROVED);
    // then
    assertThat(view(second).state()).isEqualTo(State.REJECTED);
    assertThat(view(second).note()).contains("重叠");
    assertThatThrownBy(
            () ->
                rig.rooms
                    .jdbc()
                    .sql("UPDATE agreement SET state = 'IN_FORCE' WHERE id = '" + second + "'")
                    .update())
        .hasMessageContaining("agreement_int8range_daterange_excl");
  }

  @Test
  void shouldRefuseADayThatHasBegunAndTermsThatDoNotAddUp() {
    var today = agreements.draft(half(LocalDate.of(2026, 12, 1)), null, "manager");
    assertThatThrownBy(() -> agreements.ask(today, "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8113");
    assertThatThrownBy(
            () -> agreements.draft(terms(NEW_YEAR, new Share("门店", 9_999)), null, "manager"))
        .extracting("code")
        .isEqualTo("SIYU-8110");
    assertThat(agreements.objection(terms(NEW_YEAR, new Share("采购部", 10_000))))
        .hasValueSatisfying(what -> assertThat(what).contains("采购部"));
  }

  @Test
  void shouldShowADepartmentTheAgreementsThatNameIt() {
    agreements.draft(half(NEW_YEAR), null, "manager");
    assertThat(agreements.list("私域运营部")).extracting(Agreements.View::id).containsExactly("G1");
    assertThat(agreements.list("门店")).hasSize(2);
    assertThat(agreements.list("采购部")).isEmpty();
  }

  @Test
  void shouldTryADraftOutOnStoredOrdersNetOfRefundsWithoutWritingAnything() {
    // given
    var paid = Instant.parse("2026-11-10T04:00:00Z");
    var customer = rig.customer("a", "store", paid.minusSeconds(60));
    rig.pays(customer, "1", 1_000, paid);
    rig.returns(customer, "1", 200, paid.plusSeconds(60));
    rig.write();
    var before = rig.book();
    // when
    var result =
        agreements.whatIf(half(NEW_YEAR), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
    // then
    assertThat(result.orders()).isEqualTo(1);
    assertThat(result.changed()).isEqualTo(1);
    assertThat(result.lines())
        .containsExactly(
            new WhatIf.Line("2026-11", "电商部", 0, 400),
            new WhatIf.Line("2026-11", "私域运营部", 240, 0),
            new WhatIf.Line("2026-11", "门店", 560, 400));
    assertThat(result.rules()).containsExactly(new WhatIf.RuleUse("全部", 1, 800));
    assertThat(rig.book()).isEqualTo(before);
  }

  @Test
  void shouldSayWhenItDidNotLookAtAllOrdersOfThePeriod() {
    // given
    var paid = Instant.parse("2026-11-10T04:00:00Z");
    var customer = rig.customer("a", "store", paid.minusSeconds(60));
    for (int n = 0; n < 3; n++) {
      rig.pays(customer, "o" + n, 1_000, paid.plusSeconds(n));
    }
    rig.write();
    var tryOut = rig.get(WhatIfTable.class);
    var november = LocalDate.of(2026, 11, 1);
    // when
    var two = tryOut.of(half(NEW_YEAR), november, november.plusMonths(1), 2);
    var three = tryOut.of(half(NEW_YEAR), november, november.plusMonths(1), 3);
    // then
    assertThat(two.orders()).isEqualTo(2);
    assertThat(two.truncated()).as("two of three").isTrue();
    assertThat(two.rules()).containsExactly(new WhatIf.RuleUse("全部", 2, 2_000));
    assertThat(three.orders()).isEqualTo(3);
    assertThat(three.truncated()).as("three of three").isFalse();
  }

  @Test
  void shouldLetNobodyElseChangeADraftOrAskForIt() {
    // given
    var id = agreements.draft(half(NEW_YEAR), null, "manager");
    // then
    assertThatThrownBy(() -> agreements.edit(id, half(NEW_YEAR.plusDays(1)), "boss"))
        .hasMessageContaining("expected: a draft of boss");
    assertThatThrownBy(() -> agreements.ask(id, "boss"))
        .as("else the author could approve it as somebody else's request")
        .hasMessageContaining("expected: a draft of boss");
    assertThat(agreements.find(id).orElseThrow().draftedBy()).isEqualTo("manager");
  }
}
