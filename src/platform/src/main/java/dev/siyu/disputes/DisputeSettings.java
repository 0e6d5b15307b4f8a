package dev.siyu.disputes;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long parties of a dispute have ({@code siyu.disputes.*}).
 *
 * @param answerHours working hours the other departments have to answer, 2 to 200
 * @param escalateHours working hours more after the boss was told, 1 to 200
 * @param messageWait how long a message waits for the journey, PT1M to P7D
 */
@ConfigurationProperties("siyu.disputes")
record DisputeSettings(
    @DefaultValue("18") int answerHours,
    @DefaultValue("9") int escalateHours,
    @DefaultValue("PT1H") Duration messageWait) {

  DisputeSettings {
    Bounds.between("siyu.disputes.answer-hours", answerHours, 2, 200);
    Bounds.between("siyu.disputes.escalate-hours", escalateHours, 1, 200);
    Bounds.between(
        "siyu.disputes.message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }
}
