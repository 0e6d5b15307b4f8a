package dev.siyu.readiness;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Words {

  static String hundredths(@Nullable Integer value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value / 100.0);
  }

  static String percent(@Nullable Integer basisPoints) {
    return basisPoints == null ? "–" : String.format(Locale.ROOT, "%.1f%%", basisPoints / 100.0);
  }

  private Words() {}
}
