package dev.siyu.attribution;

import dev.siyu.attribution.Reckoning.Decided;
import org.springframework.stereotype.Component;

/** Which orders people look at before they become final. */
@Component
class Limits {

  private final AttributionSettings settings;

  Limits(AttributionSettings settings) {
    this.settings = settings;
  }

  boolean asks(Decided decided) {
    return switch (decided.cause()) {
      case PAID, EARLIER_ORDER, RECKONED_AGAIN ->
          settings.askFrom() > 0 && decided.evidence().amountCents() >= settings.askFrom();
      case CORRECTION -> false;
    };
  }

  /** State of the approval when the decision is written; a correction was approved before. */
  String approval(Decided decided) {
    return switch (decided.cause()) {
      case PAID, EARLIER_ORDER, RECKONED_AGAIN -> asks(decided) ? "ASKED" : "NONE";
      case CORRECTION -> "APPROVED";
    };
  }
}
