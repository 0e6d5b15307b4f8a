package dev.siyu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.accounts.Health.Level;
import dev.siyu.accounts.Health.Reason;
import dev.siyu.accounts.HealthRules.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {

  private static final AccountSettings SETTINGS = AccountSettings.usual();
  private static final long NEVER = Facts.NEVER_BANNED;

  @Test
  void shouldFindNothingWithAGrownUpQuietAccount() {
    // given
    var facts = new Facts(400, 20, 200, 100, 5, 0, NEVER);
    // then
    assertThat(HealthRules.of(facts, SETTINGS))
        .isEqualTo(new Health(Level.GOOD, java.util.List.of()));
  }

  /** age, adds, limit, week adds, lost, complaints, days since ban; level, rule. */
  @ParameterizedTest
  @CsvSource({
    "29, 0, 100, 0, 0, 0, -1, GOOD, warming-up",
    "400, 160, 200, 0, 0, 0, -1, CAREFUL, near-limit",
    "400, 0, 200, 0, 0, 1, -1, CAREFUL, complaints",
    "400, 0, 200, 0, 0, 3, -1, BAD, complaints",
    "400, 0, 200, 20, 4, 0, -1, CAREFUL, losses",
    "400, 0, 200, 20, 8, 0, -1, BAD, losses",
    "400, 0, 200, 0, 0, 0, 29, CAREFUL, banned-lately"
  })
  void shouldNameTheReason(
      long age,
      long adds,
      long limit,
      long week,
      long lost,
      long complaints,
      long ban,
      Level level,
      String rule) {
    // given
    var facts = new Facts(age, adds, limit, week, lost, complaints, ban < 0 ? NEVER : ban);
    // when
    var health = HealthRules.of(facts, SETTINGS);
    // then
    assertThat(health.level()).isEqualTo(level);
    assertThat(health.reasons()).extracting(Reason::rule).containsExactly(rule);
  }

  @Test
  void shouldSayNothingOfLossesBelowTheLeastNumberOfAdds() {
    var facts = new Facts(400, 0, 200, 19, 19, 0, NEVER);
    assertThat(HealthRules.of(facts, SETTINGS).reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "2, 10", "3, 20", "7, 50", "14, 100", "29, 100", "30, 200", "-1, 10"})
  void shouldLetAnAccountGrowIntoItsCapacity(long age, int limit) {
    assertThat(SETTINGS.limit(age, 200)).isEqualTo(limit);
  }

  @Test
  void shouldNeverAllowMoreThanTheAccountsOwnCapacity() {
    assertThat(SETTINGS.limit(10, 5)).isEqualTo(5);
  }
}
