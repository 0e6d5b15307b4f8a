package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.customers.CustomerId;
import dev.siyu.touchpoints.ContactFacts.Made;
import dev.siyu.touchpoints.ContactRule.Question;
import dev.siyu.touchpoints.ContactRule.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaPlanTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOW = Instant.parse("2026-12-20T04:00:00Z");

  /** 5 a week and 10 a month; a week keeps 1 and 2, a month keeps 2 and 3. */
  private static RuleSettings settings() {
    return new RuleSettings(
        LocalTime.of(21, 0),
        LocalTime.of(9, 0),
        20,
        5,
        2,
        4,
        10,
        10,
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        new QuotaReserve(1, 2),
        new QuotaReserve(2, 3));
  }

  private static Question question(Priority priority, List<Instant> made) {
    var touch =
        new Touch(
            new TouchKey(new CustomerId("C1"), "j", "s", "e1"),
            Medium.MASS_SEND,
            "text",
            "li.na",
            null,
            0,
            null,
            priority);
    var facts =
        new ContactFacts(
            true,
            true,
            SHANGHAI,
            NOW.minus(Duration.ofDays(90)),
            null,
            null,
            true,
            made.stream().map(at -> new Made(Medium.MASS_SEND, "wang.fang", at)).toList());
    return new Question(touch, facts, settings(), SHANGHAI, NOW);
  }

  private static List<Instant> daysAgo(int number, int first) {
    var made = new ArrayList<Instant>();
    for (int n = number - 1; n >= 0; n--) {
      made.add(NOW.minus(Duration.ofDays(first)).minus(Duration.ofHours(n)));
    }
    return made;
  }

  @ParameterizedTest
  @CsvSource({
    "1, MINOR, ",
    "2, MINOR, quota-reserved",
    "2, NORMAL, ",
    "3, NORMAL, ",
    "4, NORMAL, quota-reserved",
    "4, IMPORTANT, ",
    "5, IMPORTANT, weekly-cap"
  })
  void shouldKeepTheWeeksQuotaForMoreImportantOnes(int made, Priority priority, String rule) {
    // when
    var refusal = ContactRules.refusal(question(priority, daysAgo(made, 2)));
    // then
    assertThat(refusal.map(Refusal::rule).orElse(null)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "4, MINOR, ",
    "5, MINOR, quota-reserved",
    "7, NORMAL, ",
    "8, NORMAL, quota-reserved",
    "9, IMPORTANT, ",
    "10, IMPORTANT, wecom-monthly-quota"
  })
  void shouldKeepTheMonthsQuotaForMoreImportantOnes(int made, Priority priority, String rule) {
    // when
    var refusal = ContactRules.refusal(question(priority, daysAgo(made, 10)));
    // then
    assertThat(refusal.map(Refusal::rule).orElse(null)).isEqualTo(rule);
  }

  @Test
  void shouldSayWhenAMinorOneMayGo() {
    // when
    var week = ContactRules.refusal(question(Priority.MINOR, daysAgo(2, 2)));
    var month = ContactRules.refusal(question(Priority.MINOR, daysAgo(5, 10)));
    // then
    assertThat(week)
        .isEqualTo(
            Optional.of(
                new Refusal(
                    "quota-reserved",
                    "剩余额度留给更重要的消息",
                    NOW.plus(Duration.ofDays(5)).minus(Duration.ofHours(1)))));
    assertThat(month.map(Refusal::notBefore))
        .as("the first of January, when it is day")
        .contains(Instant.parse("2027-01-01T01:00:00Z"));
  }

  @Test
  void shouldRefuseToKeepMoreThanThereIs() {
    assertThatThrownBy(
            () ->
                new RuleSettings(
                    LocalTime.of(21, 0),
                    LocalTime.of(9, 0),
                    1,
                    3,
                    2,
                    4,
                    1,
                    0,
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    new QuotaReserve(2, 1),
                    new QuotaReserve(0, 0)))
        .hasMessage("siyu.rules.week-reserve: 3 (expected: < quota = 3)");
  }
}
