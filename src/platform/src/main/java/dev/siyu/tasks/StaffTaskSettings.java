package dev.siyu.tasks;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tasks of staff members.
 *
 * @param remindBefore how long before its deadline a member is reminded of a task, 10 min..7 days;
 *     tasks shorter than twice that are not reminded of
 * @param messageLives how long the journey may take to listen for the end of a task, 1 min..1 day
 */
@ConfigurationProperties("siyu.staff-tasks")
record StaffTaskSettings(
    @DefaultValue("PT4H") Duration remindBefore, @DefaultValue("PT1H") Duration messageLives) {

  StaffTaskSettings {
    Bounds.between(
        "siyu.staff-tasks.remind-before", remindBefore, Duration.ofMinutes(10), Duration.ofDays(7));
    Bounds.between(
        "siyu.staff-tasks.message-lives", messageLives, Duration.ofMinutes(1), Duration.ofDays(1));
  }
}
