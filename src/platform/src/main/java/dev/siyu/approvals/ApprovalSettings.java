package dev.siyu.approvals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How approvals behave ({@code siyu.approvals.*}).
 *
 * @param valid how long an approval may be used after it was given, one minute to 90 days
 */
@ConfigurationProperties("siyu.approvals")
record ApprovalSettings(@DefaultValue("P7D") Duration valid) {

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(90);

  ApprovalSettings {
    if (valid.compareTo(LEAST) < 0 || valid.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "siyu.approvals.valid: %s (expected: %s to %s)".formatted(valid, LEAST, MOST));
    }
  }
}
