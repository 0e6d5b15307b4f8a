package dev.siyu.engine;

import dev.siyu.engine.OutboxTable.State;
import io.camunda.zeebe.client.ZeebeClient;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes one message and says how it stands afterwards. */
final class Publishing {

  /** How a message stands, and why when it is not simply done. */
  record Result(State state, @Nullable String note) {}

  private static final Logger log = LoggerFactory.getLogger(Publishing.class);
  private static final Duration LATER = Duration.ofMillis(250);

  private final ZeebeClient client;
  private final EngineSettings settings;
  private final Pressure pressure;
  private final Rejections rejections;
  private final Reach reach;
  private final Pauses pauses;
  private final Clock clock;
  private final EntryGate gate;
  private final BooleanSupplier mayGo;
  private volatile Instant lastDone = Instant.EPOCH;

  /**
   * @param mayGo whether traffic to the engine is open; asked before every try
   */
  Publishing(
      ZeebeClient client,
      EngineSettings settings,
      Pressure pressure,
      Rejections rejections,
      Reach reach,
      Pauses pauses,
      Clock clock,
      EntryGate gate,
      BooleanSupplier mayGo) {
    this.client = client;
    this.settings = settings;
    this.pressure = pressure;
    this.rejections = rejections;
    this.reach = reach;
    this.pauses = pauses;
    this.clock = clock;
    this.gate = gate;
    this.mayGo = mayGo;
  }

  /** Tries until the engine gives a clear answer or none at all; busy is no answer. */
  Result publish(OutboxRow row) throws InterruptedException {
    if (row.timeToLive().isZero() && mayGo.getAsBoolean() && reach.isReady()) {
      var entry = new EntryGate.Entry(row.key(), row.name(), row.correlationKey(), row.variables());
      return switch (way(entry)) {
        case EntryGate.Way.ByMessage byMessage -> send(row);
        case EntryGate.Way.Settled settled -> new Result(State.DONE, settled.note());
        case EntryGate.Way.Later later -> {
          pauses.await(LATER);
          yield new Result(State.WAITING, later.why());
        }
      };
    }
    return send(row);
  }

  private EntryGate.Way way(EntryGate.Entry entry) {
    try {
      return gate.way(entry);
    } catch (RuntimeException e) {
      log.warn("How {} enters could not be said; asked again in {}", entry.key(), LATER, e);
      return new EntryGate.Way.Later(String.valueOf(e.getMessage()));
    }
  }

  private Result send(OutboxRow row) throws InterruptedException {
    for (int tries = 1; mayGo.getAsBoolean() && reach.isReady(); tries++) {
      pressure.enter();
      var failure = tryOnce(row);
      pressure.leave();
      if (failure == null) {
        pressure.accepted();
        lastDone = clock.instant();
        return new Result(State.DONE, null);
      }
      switch (Verdict.of(failure)) {
        case BUSY -> busy(tries);
        case KNOWN -> {
          return new Result(State.DONE, "the engine had it already");
        }
        case UNREACHABLE -> {
          reach.lost(Verdict.reason(failure));
          return new Result(State.WAITING, Verdict.reason(failure));
        }
        case UNCLEAR -> {
          reach.lost(Verdict.reason(failure));
          return new Result(State.UNSURE, Verdict.reason(failure));
        }
        case GONE, REFUSED -> {
          return new Result(State.FAILED, "SIYU-4004 " + Verdict.reason(failure));
        }
      }
    }
    return new Result(State.WAITING, "traffic to the engine is closed");
  }

  private void busy(int tries) throws InterruptedException {
    rejections.add();
    pressure.rejected();
    pauses.await(tries);
  }

  private @Nullable Throwable tryOnce(OutboxRow row) {
    var sample = Timer.start();
    try {
      client
          .newPublishMessageCommand()
          .messageName(row.name())
          .correlationKey(row.correlationKey())
          .messageId(row.key())
          .timeToLive(row.timeToLive())
          .variables(row.variables())
          .requestTimeout(settings.requestTimeout())
          .send()
          .join();
      return null;
    } catch (RuntimeException e) {
      return e;
    } finally {
      sample.stop(Metrics.timer("siyu.outbox.publish"));
    }
  }

  /** Slows down while the engine's log is written out later than {@code limit}. */
  void watch(Instant writtenUntil, Duration limit) {
    pressure.slow(writtenUntil.isBefore(lastDone.minus(limit)));
  }

  /** A message nobody listens to; what the engine logged before it on this partition is older. */
  boolean mark(String correlationKey, String messageId) throws InterruptedException {
    var marker =
        new OutboxRow(
            0, messageId, "siyu-marker", correlationKey, Duration.ZERO, "{}", 0, Instant.EPOCH);
    return send(marker).state() == State.DONE;
  }
}
