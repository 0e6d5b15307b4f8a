package dev.siyu.moves;

import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries moves out, some runs at a time; goes on where it was after a crash. */
@Component
class MoveWork implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(MoveWork.class);
  private static final int AT_ONCE = 100;

  /** The exporter needs a moment between two looks. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final MoveTable table;
  private final MovedTable moved;
  private final Mover mover;
  private final Clock clock;
  private volatile Instant next = Instant.EPOCH;

  MoveWork(MoveTable table, MovedTable moved, Mover mover, Clock clock) {
    this.table = table;
    this.moved = moved;
    this.mover = mover;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "moves";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.open().stream().anyMatch(this::hasWork) ? Optional.of(next) : Optional.empty();
  }

  private boolean hasWork(MoveTable.Row move) {
    return move.state().equals("RUNNING") || table.progress(move.id()).underway() > 0;
  }

  @Override
  public void runDue(Instant now) {
    next = clock.instant().plus(PAUSE);
    for (var move : table.open()) {
      boolean running = move.state().equals("RUNNING");
      for (var row : moved.open(move.id(), running, AT_ONCE)) {
        step(move, row);
      }
      var progress = table.progress(move.id());
      if (progress.todo() + progress.underway() == 0
          && table.done(move.id(), progress, clock.instant())) {
        log.info("Move {} of {} is done: {}", move.id(), move.processId(), progress);
      }
    }
  }

  private void step(MoveTable.Row move, MovedTable.Row row) {
    try {
      mover.step(move, row);
    } catch (RuntimeException e) {
      log.warn("SIYU-3674 run {} of move {} is tried again", row.instanceKey(), move.id(), e);
    }
  }
}
