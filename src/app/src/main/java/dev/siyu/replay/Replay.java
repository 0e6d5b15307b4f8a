package dev.siyu.replay;

import dev.siyu.time.DueWork;
import dev.siyu.time.SiyuClock;
import dev.siyu.time.TimeTravel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.ObjectMapper;

/**
 * Replays recorded customers, orders and refunds: planned once into the database, told to the
 * simulator when the clock gets there. One at a time; starting the same again changes nothing.
 */
public class Replay implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(Replay.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReplayStore store;
  private final Telling telling;
  private final SampleData sampleData;
  private final TransactionOperations transactions;
  private final SiyuClock clock;
  private final TimeTravel travel;
  private final ReplaySettings settings;
  private volatile @Nullable Long running;
  private volatile @Nullable Instant next;

  Replay(
      ReplayStore store,
      Telling telling,
      SampleData sampleData,
      TransactionOperations transactions,
      SiyuClock clock,
      TimeTravel travel,
      ReplaySettings settings) {
    this.store = store;
    this.telling = telling;
    this.sampleData = sampleData;
    this.transactions = transactions;
    this.clock = clock;
    this.travel = travel;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "replay";
  }

  /**
   * Plans and begins; returns when the plan is stored.
   *
   * @throws ReplayRefused when one is running, in live mode, or nothing matches
   */
  public synchronized void start(ReplayOrder order) {
    if (!settings.sample()) {
      throw new ReplayRefused("SIYU-7012", "a replay needs siyu.mode=sample");
    }
    if (running != null) {
      throw new ReplayRefused("SIYU-7013", "a replay is running (stop it first)");
    }
    Recording recording = sampleData.read(order.files(), order.goods());
    List<PlannedEvent> plan = Plan.of(recording, order, settings.staff());
    if (plan.isEmpty()) {
      throw new ReplayRefused(
          "SIYU-7014",
          "nothing to replay from "
              + order.from()
              + " to "
              + order.to()
              + ", rows in error: "
              + recording.errors().size());
    }
    int weeks = shift(plan.get(0).at());
    Instant ends = place(order.to().plusDays(1).atStartOfDay(), weeks);
    Long run =
        transactions.execute(
            status -> {
              long id = store.begin(order, weeks, ends, recording.errors(), clock.instant());
              store.plan(id, plan.stream().map(event -> placed(event, weeks)).toList());
              return id;
            });
    log.info(
        "Replay of {} events planned, {} rows left out, shifted by {} weeks; ends at {}",
        plan.size(),
        recording.errors().size(),
        weeks,
        ends);
    next = store.nextAt(run).orElse(ends);
    running = run;
    move(ends, order.speed());
  }

  /** Ends it; what has been told stays. */
  public synchronized void stop() {
    Long run = running;
    if (run != null) {
      running = null;
      store.end(run, ReplayProgress.State.STOPPED, clock.instant());
      travel.stop("replay stopped");
    }
  }

  public ReplayProgress progress() {
    Instant now = clock.instant();
    return store
        .last()
        .map(run -> progress(run, store.counts(run.id()), now))
        .orElseGet(
            () ->
                new ReplayProgress(
                    ReplayProgress.State.IDLE,
                    null,
                    null,
                    null,
                    now,
                    null,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    null,
                    null,
                    List.of()));
  }

  private static ReplayProgress progress(
      ReplayStore.Run run, ReplayStore.Counts counts, Instant now) {
    return new ReplayProgress(
        run.state(),
        run.days().from(),
        run.days().to(),
        run.days().speed(),
        now,
        run.endsAt(),
        counts.sent(),
        counts.total(),
        counts.customers(),
        counts.orders(),
        counts.refunds(),
        counts.paidCents(),
        counts.refundedCents(),
        run.startedAt(),
        run.endedAt(),
        run.errors());
  }

  /** Goes on with what was running when the app ended. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    store
        .last()
        .filter(run -> run.state() == ReplayProgress.State.RUNNING && running == null)
        .ifPresent(
            run -> {
              log.info("Replay {} was running before the restart; it goes on", run.id());
              next = store.nextAt(run.id()).orElse(run.endsAt());
              running = run.id();
            });
  }

  @Override
  public Optional<Instant> nextDue() {
    return running == null ? Optional.empty() : Optional.ofNullable(next);
  }

  @Override
  public void runDue(Instant now) {
    Long run = running;
    if (run == null) {
      return;
    }
    boolean more = telling.tellDue(run, now);
    Optional<Instant> later = more ? Optional.of(now) : store.nextAt(run);
    if (later.isPresent()) {
      next = later.get();
    } else {
      finishAfter(run, now);
    }
  }

  /** All is told; done when the clock has reached the end, so that timers could fire until then. */
  private synchronized void finishAfter(long run, Instant now) {
    Instant ends = store.last().map(ReplayStore.Run::endsAt).orElse(now);
    if (now.isBefore(ends)) {
      next = ends;
    } else if (running != null) {
      running = null;
      store.end(run, ReplayProgress.State.DONE, now);
      log.info("Replay {} is done: {}", run, store.counts(run));
    }
  }

  private void move(Instant ends, @Nullable Integer speed) {
    if (!ends.isAfter(clock.instant())) {
      return;
    }
    if (speed == null) {
      travel.advanceTo(ends);
    } else if (speed > 1) {
      travel.advanceTo(ends, speed);
    }
  }

  /** Whole weeks until the first event is not in the past; never less than in an earlier replay. */
  private int shift(LocalDateTime first) {
    Instant now = clock.instant();
    int weeks = store.last().map(ReplayStore.Run::shiftWeeks).orElse(0);
    if (weeks == 0) {
      LocalDateTime here = LocalDateTime.ofInstant(now, zone());
      weeks = (int) Math.max(0, java.time.temporal.ChronoUnit.WEEKS.between(first, here) - 1);
      while (place(first, weeks).isBefore(now)) {
        weeks++;
      }
    }
    return weeks;
  }

  private ReplayStore.Placed placed(PlannedEvent event, int weeks) {
    Instant at = place(event.at(), weeks);
    Map<String, Object> body = new LinkedHashMap<>(event.body());
    if (event.kind().moment() != null) {
      body.put(event.kind().moment(), at.toString());
    }
    return new ReplayStore.Placed(event, at, JSON.writeValueAsString(body));
  }

  private Instant place(LocalDateTime local, int weeks) {
    return local.plusWeeks(weeks).atZone(zone()).toInstant();
  }

  private ZoneId zone() {
    return clock.getZone();
  }
}
