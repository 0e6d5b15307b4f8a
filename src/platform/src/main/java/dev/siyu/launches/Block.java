package dev.siyu.launches;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Customers who entered one after the other, those of the canary beside those of the control: what
 * changed with time changed for both. Where a block ends is fixed by who entered, never by what
 * came of it, so it may be cut while the launch is watched.
 */
record Block(List<Outcome> canary, List<Outcome> control) {

  /** Enough for both groups to be there at most shares, few enough to be about one time. */
  private static final int LEAST = 20;

  /** All whole blocks of outcomes in the order of entry; what came after the last one waits. */
  static List<Block> cut(List<Outcome> outcomes) {
    var blocks = new ArrayList<Block>();
    var open = new Block(new ArrayList<>(), new ArrayList<>());
    for (var outcome : outcomes) {
      (outcome.canary() ? open.canary : open.control).add(outcome);
      if (open.isWhole()) {
        blocks.add(open);
        open = new Block(new ArrayList<>(), new ArrayList<>());
      }
    }
    return blocks;
  }

  /** Who did something, of each group. */
  record Hits(int canary, int ofCanary, int control, int ofControl) {
    static final Hits NONE = new Hits(0, 0, 0, 0);

    Hits plus(Hits other) {
      return new Hits(
          canary + other.canary,
          ofCanary + other.ofCanary,
          control + other.control,
          ofControl + other.ofControl);
    }
  }

  Hits hits(Predicate<Outcome> hit) {
    return new Hits(
        (int) canary.stream().filter(hit).count(),
        canary.size(),
        (int) control.stream().filter(hit).count(),
        control.size());
  }

  private boolean isWhole() {
    return canary.size() + control.size() >= LEAST && !canary.isEmpty() && !control.isEmpty();
  }
}
