package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.DueWork;
import java.time.Instant;
import java.util.Optional;

/** Lets the clock stop at the next timer or job back-off; the broker itself does what is due. */
class EngineDue implements DueWork {

  private final EngineMoments moments;

  EngineDue(EngineMoments moments) {
    this.moments = moments;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Optional<Instant> nextDue() {
    return moments.nextDue();
  }

  @Override
  public void runDue(Instant now) {}
}
