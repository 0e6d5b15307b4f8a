package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.faults.Trouble;

/** A parcel on its way; used by one sender thread at a time. */
final class Delivery {

  private final Parcel parcel;
  private final Trouble trouble;
  private final boolean copy;
  private int pushes;
  private long firstPushNanos;

  /** {@code copy}: an extra push of a parcel, made by the duplicate fault. */
  Delivery(Parcel parcel, Trouble trouble, boolean copy) {
    this.parcel = parcel;
    this.trouble = trouble;
    this.copy = copy;
  }

  Parcel parcel() {
    return parcel;
  }

  Trouble trouble() {
    return trouble;
  }

  boolean copy() {
    return copy;
  }

  int pushes() {
    return pushes;
  }

  void pushed() {
    if (pushes == 0) {
      firstPushNanos = System.nanoTime();
    }
    pushes++;
  }

  long ageNanos() {
    return pushes == 0 ? 0 : System.nanoTime() - firstPushNanos;
  }
}
