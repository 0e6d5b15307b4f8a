package dev.siyu.rehearsal;

import dev.siyu.disputes.DisputeWork;
import java.time.Duration;
import java.time.Instant;

/** A dispute whose parties are chased every other day, three times. */
final class FakeDisputes implements DisputeWork {

  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final int GIVES_UP = 3;
  private int chased;

  @Override
  public Instant ask(String key, Instant now) {
    return now.plus(TWO_DAYS);
  }

  @Override
  public Chased chase(String key, Instant now) {
    return new Chased(now.plus(TWO_DAYS), ++chased == GIVES_UP);
  }

  @Override
  public void askRuling(String key, Instant now) {}

  @Override
  public void close(String key, Instant now) {}

  @Override
  public void tell(String key, Instant now) {}
}
