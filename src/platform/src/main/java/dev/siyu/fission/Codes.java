package dev.siyu.fission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of inviters' live codes: fx- and the inviter's number (WeCom: 30 characters). */
final class Codes {

  private static final String PREFIX = "fx-";

  private Codes() {}

  static String stateOf(long inviter) {
    return PREFIX + inviter;
  }

  static Optional<Long> inviterOf(@Nullable String state) {
    return state != null && state.matches("fx-[0-9]{1,18}")
        ? Optional.of(Long.valueOf(state.substring(PREFIX.length())))
        : Optional.empty();
  }
}
