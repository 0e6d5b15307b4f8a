package dev.siyu.approvals;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How approvals behave ({@code siyu.approvals.*}).
 *
 * @param valid how long an approval may be used after it was given, one minute to 90 days
 * @param workFrom begin of a working day in {@code siyu.zone}
 * @param workUntil end of a working day, later than {@code workFrom}
 * @param remindAt part of a level's time after which people are reminded, 10 to 90 percent
 * @param answerHours working hours the requester has to supply what was asked back, 1 to 200
 * @param attachments files beside a request, 0 to 50
 * @param attachmentBytes of one file, 1,024 to 20,971,520 bytes
 */
@ConfigurationProperties("siyu.approvals")
record ApprovalSettings(
    @DefaultValue("P7D") Duration valid,
    @DefaultValue("09:00") LocalTime workFrom,
    @DefaultValue("18:00") LocalTime workUntil,
    @DefaultValue("50") int remindAt,
    @DefaultValue("18") int answerHours,
    @DefaultValue("10") int attachments,
    @DefaultValue("5242880") int attachmentBytes) {

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(90);

  ApprovalSettings {
    if (valid.compareTo(LEAST) < 0 || valid.compareTo(MOST) > 0) {
      throw wrong("valid", valid, LEAST + " to " + MOST);
    }
    if (!workFrom.isBefore(workUntil)) {
      throw wrong("work-until", workUntil, "after work-from = " + workFrom);
    }
    if (remindAt < 10 || remindAt > 90) {
      throw wrong("remind-at", remindAt, "10 to 90");
    }
    if (answerHours < 1 || answerHours > 200) {
      throw wrong("answer-hours", answerHours, "1 to 200");
    }
    if (attachments < 0 || attachments > 50) {
      throw wrong("attachments", attachments, "0 to 50");
    }
    if (attachmentBytes < 1_024 || attachmentBytes > 20_971_520) {
      throw wrong("attachment-bytes", attachmentBytes, "1024 to 20971520");
    }
  }

  private static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException(
        "siyu.approvals.%s: %s (expected: %s)".formatted(name, value, expected));
  }
}
