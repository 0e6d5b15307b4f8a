package dev.siyu.inbox;

import dev.siyu.batching.Bell;
import dev.siyu.batching.Lanes;
import dev.siyu.batching.Leadership;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.time.DueWork;
import dev.siyu.time.Quiet;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Acts on stored events: in order per subject, many subjects at once. One instance per database
 * does it; the others stand by.
 */
final class Dispatcher implements SmartLifecycle, Quiet, DueWork {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Set<Source> FETCHED = Set.of(Source.WXSTORE, Source.YOUZAN);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final CommittedInbox inbox;
  private final InboxTable table;
  private final EventEffects effects;
  private final WelcomeLane welcomes;
  private final Leadership leadership;
  private final InboxSettings settings;
  private final Clock clock;
  private final Bell bell;
  private final Map<Source, Semaphore> slots;
  private final Lanes<String, StoredEvent> lanes;
  private final Map<String, Source> sources = new HashMap<>();
  private volatile long settledAt = -1;
  private volatile boolean running;
  private boolean leading;
  private Thread loop = new Thread();

  Dispatcher(
      CommittedInbox inbox,
      InboxTable table,
      EventEffects effects,
      WelcomeLane welcomes,
      Leadership leadership,
      InboxSettings settings,
      Clock clock,
      Bell bell) {
    this.inbox = inbox;
    this.table = table;
    this.effects = effects;
    this.welcomes = welcomes;
    this.leadership = leadership;
    this.settings = settings;
    this.clock = clock;
    this.bell = bell;
    this.slots =
        Map.of(
            Source.WECOM,
            new Semaphore(settings.parallel()),
            Source.MALL,
            new Semaphore(settings.parallel()),
            Source.WXSTORE,
            new Semaphore(settings.shopCalls()),
            Source.YOUZAN,
            new Semaphore(settings.shopCalls()));
    this.lanes = new Lanes<>("inbox", this::work, left -> {}, this::laneEnded);
  }

  @Override
  public void start() {
    running = true;
    loop = Thread.ofPlatform().daemon().name("inbox").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    loop.interrupt();
    try {
      loop.join();
      for (int i = 0; i < 100 && lanes.size() > 0; i++) {
        bell.await(GRACE.dividedBy(100));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leadership.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the outbox and before the callbacks arrive. */
  @Override
  public int getPhase() {
    return 1_500;
  }

  private void run() {
    long nextPoll = System.nanoTime();
    while (running) {
      try {
        if (System.nanoTime() - nextPoll >= 0) {
          nextPoll = System.nanoTime() + settings.poll().toNanos();
          leading = leadership.isOurs();
          if (leading) {
            welcomes.resume();
          }
        }
        if (leading) {
          takeTurn();
        }
        bell.await(settings.poll());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warn("The inbox could not be read; reading again in {}.", settings.poll(), e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      bell.await(settings.poll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeTurn() {
    long before = inbox.stored();
    var busy = lanes.busyKeys();
    boolean idle = busy.isEmpty() && welcomes.isEmpty();
    int room = settings.window() - busy.size();
    if (room <= settings.window() / 4 || welcomes.isPressed()) {
      return;
    }
    sources.keySet().retainAll(busy);
    var full = full();
    var events = table.ready(busy, full, room);
    var heard = new ArrayList<StoredEvent>();
    for (var event : events) {
      if (full.contains(event.source())) {
        bell.ring(); // the rest of this source waits; the next turn reads past it
      } else if (effects.isWithout(event)) {
        heard.add(event);
      } else {
        sources.put(event.subject(), event.source());
        lanes.add(event.subject(), event);
        full = full();
      }
    }
    hear(heard);
    settledAt = idle && events.isEmpty() ? before : -1;
  }

  /** Closes what has no effect in one statement: a thousand edits a second are not worth a lane. */
  private void hear(List<StoredEvent> events) {
    if (!events.isEmpty()) {
      table.done(events);
      bell.ring();
    }
  }

  /** A source whose system answers slowly may fill a part of the window, never all of it. */
  private Set<Source> full() {
    var open = new EnumMap<Source, Integer>(Source.class);
    sources.values().forEach(source -> open.merge(source, 1, Integer::sum));
    var full = EnumSet.noneOf(Source.class);
    open.forEach(
        (source, lanes) -> {
          if (lanes >= settings.window() / (FETCHED.contains(source) ? 4 : 2)) {
            full.add(source);
          }
        });
    return full;
  }

  /** The next turn finds what waited behind the lane; with many lanes left it can wait. */
  private void laneEnded() {
    if (lanes.size() <= settings.window() / 2) {
      bell.ring();
    }
  }

  private boolean work(StoredEvent event) {
    if (!running) {
      return false;
    }
    var sample = Timer.start();
    String end = "broken";
    try {
      var slot = Objects.requireNonNull(slots.get(event.source()));
      slot.acquire();
      try {
        end = settle(event, effects.apply(event));
      } finally {
        slot.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("Event {} broke off.", event.id(), e);
      var reason = e.getClass().getSimpleName() + ": " + e.getMessage();
      end = settle(event, new Handling.Later(settings.pauseAfter(event.attempts() + 1), reason));
    }
    sample.stop(Metrics.timer("siyu.inbox.event", "type", event.type(), "end", end));
    return !end.equals("later");
  }

  private String settle(StoredEvent event, Handling handling) {
    return switch (handling) {
      case Handling.Applied applied -> "applied";
      case Handling.Postponed postponed -> postponed(event, postponed);
      case Handling.Later later ->
          event.attempts() + 1 < settings.attempts() ? later(event, later) : giveUp(event, later);
    };
  }

  private String postponed(StoredEvent event, Handling.Postponed postponed) {
    table.postponed(event.id(), postponed.reason(), clock.instant().plus(postponed.after()));
    LOG.debug("Event {} waits {}: {}", event.id(), postponed.after(), postponed.reason());
    return "later";
  }

  private String later(StoredEvent event, Handling.Later later) {
    table.failed(event.id(), "SIYU-2010 " + later.reason(), clock.instant().plus(later.after()));
    LOG.warn(
        "Event {} ({}) is tried again in {}: {}",
        event.id(),
        event.type(),
        later.after(),
        later.reason());
    return "later";
  }

  private String giveUp(StoredEvent event, Handling.Later later) {
    table.failed(event.id(), "SIYU-2011 " + later.reason(), null);
    LOG.error(
        "SIYU-2011 Event {} ({}) was given up, retry it in the console: {}",
        event.id(),
        event.type(),
        later.reason());
    return "failed";
  }

  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public boolean isQuiet() {
    return settledAt == inbox.stored() && lanes.size() == 0 && welcomes.isEmpty();
  }

  @Override
  public long passed() {
    return inbox.stored();
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    settledAt = -1;
    bell.ring();
  }
}
