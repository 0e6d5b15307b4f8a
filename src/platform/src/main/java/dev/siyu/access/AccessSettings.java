package dev.siyu.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may log in at the very first start.
 *
 * @param firstAdminPassword live mode: password of the first {@code admin}; when empty a one-time
 *     password is made and printed once
 * @param disableSampleUsers live mode on a database that was used in sample mode: locks the sample
 *     users out instead of refusing to start
 */
@ConfigurationProperties("siyu.access")
record AccessSettings(@Nullable String firstAdminPassword, boolean disableSampleUsers) {

  static final int SHORTEST_PASSWORD = 12;

  AccessSettings {
    if (firstAdminPassword != null
        && !firstAdminPassword.isEmpty()
        && firstAdminPassword.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "siyu.access.first-admin-password: %d characters (expected: at least %d)"
              .formatted(firstAdminPassword.length(), SHORTEST_PASSWORD));
    }
  }

  @Override
  public String toString() {
    return "AccessSettings[disableSampleUsers=" + disableSampleUsers + "]";
  }
}
