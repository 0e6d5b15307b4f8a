package dev.siyu.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Evidence.Relation;
import dev.siyu.attribution.Split.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Instant PAID = Instant.parse("2026-11-10T04:00:00Z");
  private static final Agreement SAMPLE = new Agreement("G1", SampleAgreement.terms());

  private static Instant daysBefore(int days) {
    return PAID.minus(Duration.ofDays(days));
  }

  private static Relation relation(
      String staff, String channel, int since, @Nullable Integer until) {
    return new Relation(
        staff, channel, daysBefore(since), until == null ? null : daysBefore(until));
  }

  private static Evidence evidence(
      boolean first, @Nullable String country, List<Instant> paidBefore, Relation... relations) {
    Map<Fact, String> facts = country == null ? Map.of() : Map.of(Fact.COUNTRY, country);
    return new Evidence(
        "mall", "1", "C1", 1_000, PAID, first, facts, List.of(relations), paidBefore, null);
  }

  private static @Nullable String staff(Evidence evidence) {
    return Ownership.of(evidence, SAMPLE.terms()).map(Relation::staff).orElse(null);
  }

  @Test
  void shouldTakeTheFirstRuleThatMatchesAndSayWhy() {
    // when
    var split = SAMPLE.split(evidence(true, "France", List.of(), relation("li", "ads", 3, null)));
    // then
    assertThat(split.ruleName()).isEqualTo("付费引流首单");
    assertThat(split.reason()).isEqualTo("首单，添加渠道 ads");
    assertThat(split.shares()).containsExactly(new Share("电商部", 5_000), new Share("私域运营部", 5_000));
  }

  @Test
  void shouldPutTheOwnersDepartmentInAndAddWhatItGetsAnyway() {
    // when
    var split = SAMPLE.split(evidence(false, "United Kingdom", List.of(daysBefore(9))));
    // then
    assertThat(split.owner()).isEqualTo("私域运营部");
    assertThat(split.shares()).containsExactly(new Share("电商部", 1_500), new Share("私域运营部", 8_500));
  }

  @Test
  void shouldFallToTheLastRuleForNobodysCustomer() {
    assertThat(SAMPLE.split(evidence(false, null, List.of())).ruleName()).isEqualTo("无归属");
  }

  @Test
  void shouldKeepTheFirstOwnerInTheProtectionPeriod() {
    var first = relation("li", "store", 80, null);
    var poacher = relation("wang", "ads", 2, null);
    assertThat(staff(evidence(true, null, List.of(), first, poacher))).isEqualTo("li");
  }

  @Test
  void shouldCountTheProtectionFromTheLastOrderAndLoseTheCustomerAfterIt() {
    var first = relation("li", "store", 200, null);
    var later = relation("wang", "ads", 2, null);
    assertThat(staff(evidence(false, null, List.of(daysBefore(50)), first, later)))
        .as("an order 50 days ago renews it")
        .isEqualTo("li");
    assertThat(staff(evidence(false, null, List.of(daysBefore(150)), first, later)))
        .as("90 days after the last order it is over")
        .isEqualTo("wang");
  }

  @Test
  void shouldPassACustomerOnAtOnceWhenTheyAreHandedOver() {
    var left = relation("li", "store", 20, 5);
    var successor = relation("wang", "store", 5, null);
    assertThat(staff(evidence(true, null, List.of(), left, successor))).isEqualTo("wang");
  }

  @Test
  void shouldForgetTheOwnerAfterTheWindow() {
    var longAgo = relation("li", "store", 366, null);
    assertThat(staff(evidence(true, null, List.of(), longAgo))).isNull();
    assertThat(staff(evidence(false, null, List.of(daysBefore(300)), longAgo))).isEqualTo("li");
  }

  @Test
  void shouldForgetAnOwnerWhoWasLeftAndWhoseProtectionIsOver() {
    assertThat(staff(evidence(true, null, List.of(), relation("li", "store", 100, 99)))).isNull();
    assertThat(staff(evidence(true, null, List.of(), relation("li", "store", 50, 49))))
        .isEqualTo("li");
  }

  @Test
  void shouldFitPatternsToTheLetter() {
    assertThat(Conditions.fits("finder:*", "finder:7")).isTrue();
    assertThat(Conditions.fits("a.c", "abc")).isFalse();
    assertThat(Conditions.fits("*", "")).isTrue();
    assertThat(Conditions.fits("*", null)).isFalse();
    assertThat(Conditions.fits("*店", "南京店")).isTrue();
    assertThat(Conditions.fits("a*b*b", "a-b")).as("each letter stands for one word").isFalse();
    assertThat(Conditions.fits("a*b*b", "abxb")).isTrue();
    assertThat(Conditions.fits("*直播*夜*", "天猫直播间\n夜场")).isTrue();
    assertThat(Conditions.fits("*夜*直播*", "天猫直播间\n夜场")).isFalse();
    assertThat(Conditions.fits("ab*ba", "aba")).as("ends do not overlap").isFalse();
  }

  @Test
  void shouldLoseNoCentHoweverItIsDivided() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int one = 1 + random.nextInt(9_998);
      int two = 1 + random.nextInt(9_999 - one);
      var shares =
          List.of(new Share("a", one), new Share("b", two), new Share("c", 10_000 - one - two));
      long cents = random.nextInt(1_000_000);
      var parts = Rounding.divide(cents, shares);
      assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(cents);
      assertThat(parts.values()).allMatch(part -> part >= 0);
    }
  }

  @Test
  void shouldGiveTheOddCentToTheLargestFractionAndThenByName() {
    var thirds = List.of(new Share("c", 3_333), new Share("a", 3_333), new Share("b", 3_334));
    assertThat(Rounding.divide(100, thirds)).containsEntry("b", 34L).containsEntry("a", 33L);
    var halves = List.of(new Share("b", 5_000), new Share("a", 5_000));
    assertThat(Rounding.divide(1, halves)).containsEntry("a", 1L).containsEntry("b", 0L);
  }
}
