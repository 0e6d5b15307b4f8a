package dev.siyu.engine;

import dev.siyu.engine.OutboxTable.State;
import io.camunda.zeebe.client.ZeebeClient;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes one message and says how it stands afterwards. */
final class Publishing {

  /** How a message stands, and why when it is not simply done. */
  record Result(State state, @Nullable String note) {}

  /** What one try came to. */
  private sealed interface Try {
    record Answered(Result result) implements Try {}

    record Busy() implements Try {}

    record Later(String why) implements Try {}
  }

  private static final Logger log = LoggerFactory.getLogger(Publishing.class);
  private static final Duration LATER = Duration.ofMillis(250);
  private static final Result CLOSED = new Result(State.WAITING, "traffic to the engine is closed");

  private final ZeebeClient client;
  private final EngineSettings settings;
  private final Pressure pressure;
  private final Rejections rejections;
  private final Reach reach;
  private final Pauses pauses;
  private final Clock clock;
  private final EntryGate gate;
  private final EngineTraffic traffic;
  private volatile Instant lastDone = Instant.EPOCH;

  Publishing(
      ZeebeClient client,
      EngineSettings settings,
      Pressure pressure,
      Rejections rejections,
      Reach reach,
      Pauses pauses,
      Clock clock,
      EntryGate gate,
      EngineTraffic traffic) {
    this.client = client;
    this.settings = settings;
    this.pressure = pressure;
    this.rejections = rejections;
    this.reach = reach;
    this.pauses = pauses;
    this.clock = clock;
    this.gate = gate;
    this.traffic = traffic;
  }

  /** Tries until the engine gives a clear answer or none at all; busy is no answer. */
  Result publish(OutboxRow row) throws InterruptedException {
    return publish(row, row.timeToLive().isZero());
  }

  private Result publish(OutboxRow row, boolean mayStart) throws InterruptedException {
    for (int tries = 1; traffic.isOpen() && reach.isReady(); tries++) {
      switch (oneTry(row, mayStart)) {
        case Try.Answered answered -> {
          return answered.result();
        }
        case Try.Later later -> {
          pauses.await(LATER);
          return new Result(State.WAITING, later.why());
        }
        case Try.Busy busy -> {
          rejections.add();
          pressure.rejected();
          pauses.await(tries);
        }
      }
    }
    return CLOSED;
  }

  /** All is asked after the wait for room: traffic may be held since, or a launch begun. */
  private Try oneTry(OutboxRow row, boolean mayStart) throws InterruptedException {
    pressure.enter();
    try {
      if (!traffic.enter()) {
        return new Try.Answered(CLOSED);
      }
      try {
        return mayStart ? byItsWay(row) : send(row);
      } finally {
        traffic.leave();
      }
    } finally {
      pressure.leave();
    }
  }

  private Try byItsWay(OutboxRow row) {
    var entry = new EntryGate.Entry(row.key(), row.name(), row.correlationKey(), row.variables());
    return switch (way(entry)) {
      case EntryGate.Way.ByMessage byMessage -> send(row);
      case EntryGate.Way.Settled settled -> {
        // the gate may have started a run: the engine took that command
        pressure.accepted();
        yield answered(State.DONE, settled.note());
      }
      case EntryGate.Way.Later later -> new Try.Later(later.why());
    };
  }

  private EntryGate.Way way(EntryGate.Entry entry) {
    try {
      return gate.way(entry);
    } catch (RuntimeException e) {
      log.warn("How {} enters could not be said; asked again in {}", entry.key(), LATER, e);
      return new EntryGate.Way.Later(String.valueOf(e.getMessage()));
    }
  }

  private Try send(OutboxRow row) {
    var failure = tryOnce(row);
    if (failure == null) {
      pressure.accepted();
      lastDone = clock.instant();
      return answered(State.DONE, null);
    }
    var why = Verdict.reason(failure);
    return switch (Verdict.of(failure)) {
      case BUSY -> new Try.Busy();
      case KNOWN -> answered(State.DONE, "the engine had it already");
      case UNREACHABLE -> lost(State.WAITING, why);
      case UNCLEAR -> lost(State.UNSURE, why);
      case GONE, REFUSED -> answered(State.FAILED, "SIYU-4004 " + why);
    };
  }

  private Try lost(State state, String why) {
    reach.lost(why);
    return answered(state, why);
  }

  private static Try answered(State state, @Nullable String note) {
    return new Try.Answered(new Result(state, note));
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
    return publish(marker, false).state() == State.DONE;
  }
}
