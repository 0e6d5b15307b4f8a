package dev.siyu.launches;

import dev.siyu.launches.LaunchRefused.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a wish must keep. */
final class WishRules {

  private static final int MOST_OF_A_PART = 90;

  private static final Duration FURTHEST = Duration.ofDays(90);

  /** One bound; {@code expected} is what the person reads who missed it. */
  private record Rule(String expected, Check check) {}

  @FunctionalInterface
  private interface Check {
    boolean holds(Launches.Wish wish, Instant now);
  }

  private static final List<Rule> ALL =
      List.of(
          new Rule(
              "comment (expected: 3 to 500 characters)",
              (wish, now) -> wish.comment().length() >= 3 && wish.comment().length() <= 500),
          new Rule(
              "percent (expected: 1 to 90 for a part, so that some are left to compare with; 100 for"
                  + " all)",
              (wish, now) ->
                  wish.audience() == Launches.Audience.ALL
                      ? wish.percent() == 100
                      : wish.percent() >= 1 && wish.percent() <= MOST_OF_A_PART),
          new Rule(
              "tag (expected: 1 to 60 characters for a tagged audience, none else)",
              (wish, now) ->
                  (wish.audience() == Launches.Audience.TAG)
                      == (wish.tag() != null
                          && !wish.tag().isBlank()
                          && wish.tag().length() <= 60)),
          new Rule(
              "startsAt (expected: within 90 days)",
              (wish, now) ->
                  wish.startsAt() == null || wish.startsAt().isBefore(now.plus(FURTHEST))),
          new Rule(
              "quietDays (expected: at most 60)", (wish, now) -> wish.quietDays().size() <= 60));

  static void check(Launches.Wish wish, Instant now) {
    ALL.stream()
        .filter(rule -> !rule.check().holds(wish, now))
        .findFirst()
        .ifPresent(
            rule -> {
              throw new LaunchRefused(Why.BAD_INPUT, rule.expected());
            });
  }

  private WishRules() {}
}
