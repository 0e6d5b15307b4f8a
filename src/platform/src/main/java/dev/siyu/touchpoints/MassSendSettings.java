package dev.siyu.touchpoints;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done about a mass send that its staff member does not confirm. All moments count from its
 * creation and come in the order given here.
 *
 * @param lookUps when WeCom is asked how it stands, ascending, 1 min..1 day
 * @param reminders when the member is reminded, ascending; at most 3 (WeCom: 3 per 24 h, 41094)
 * @param escalate when the member's lead is told, 1 min..7 days
 * @param reassign when it is given to another member who has the customer as a contact, 1 min..7
 *     days
 * @param timeOut when it is cancelled for good, 10 min..7 days; counted from the first creation,
 *     however often it was given on
 * @param workFrom before this time of day nobody is reminded or told; equal to workUntil: any time
 * @param pause how long a step that failed waits, 10 s..1 h
 */
@ConfigurationProperties("siyu.mass-sends")
record MassSendSettings(
    @DefaultValue({"PT10M", "PT1H"}) List<Duration> lookUps,
    @DefaultValue({"PT2H", "PT5H", "PT20H"}) List<Duration> reminders,
    @DefaultValue("PT22H") Duration escalate,
    @DefaultValue("P1D") Duration reassign,
    @DefaultValue("P2D") Duration timeOut,
    @DefaultValue("09:00") LocalTime workFrom,
    @DefaultValue("21:00") LocalTime workUntil,
    @DefaultValue("PT1M") Duration pause) {

  static final int MOST_REMINDERS = 3;

  MassSendSettings {
    lookUps = List.copyOf(lookUps);
    reminders = List.copyOf(reminders);
    if (lookUps.isEmpty()) {
      throw new IllegalArgumentException("siyu.mass-sends.look-ups: [] (expected: one or more)");
    }
    if (reminders.size() > MOST_REMINDERS) {
      throw new IllegalArgumentException(
          "siyu.mass-sends.reminders: " + reminders + " (expected: 3 or fewer, as WeCom allows)");
    }
    ascending("look-ups", lookUps.stream());
    ascending(
        "reminders, escalate, reassign, time-out",
        Stream.concat(reminders.stream(), Stream.of(escalate, reassign, timeOut)));
    Bounds.between(
        "siyu.mass-sends.look-ups", lookUps.getFirst(), Duration.ofMinutes(1), Duration.ofDays(1));
    Bounds.between(
        "siyu.mass-sends.look-ups", lookUps.getLast(), Duration.ofMinutes(1), Duration.ofDays(1));
    Bounds.between("siyu.mass-sends.escalate", escalate, Duration.ofMinutes(1), Duration.ofDays(7));
    Bounds.between("siyu.mass-sends.time-out", timeOut, Duration.ofMinutes(10), Duration.ofDays(7));
    Bounds.between("siyu.mass-sends.pause", pause, Duration.ofSeconds(10), Duration.ofHours(1));
  }

  private static void ascending(String name, Stream<Duration> durations) {
    var given = durations.toList();
    if (!given.equals(given.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException(
          "siyu.mass-sends." + name + ": " + given + " (expected: ascending)");
    }
  }
}
