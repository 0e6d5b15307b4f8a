package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.DueWork;
import dev.siyu.time.SiyuClock;
import java.time.Instant;
import java.util.Optional;

/** Lets the clock stop at the next timer or job back-off; the broker itself does what is due. */
class EngineDue implements DueWork {

  private final EngineMoments moments;
  private final SiyuClock clock;

  EngineDue(EngineMoments moments, SiyuClock clock) {
    this.moments = moments;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public Optional<Instant> nextDue() {
    return moments.nextDue().filter(at -> at.isAfter(clock.instant()));
  }

  @Override
  public void runDue(Instant now) {}
}
