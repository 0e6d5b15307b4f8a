package dev.siyu.rehearsals;

import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.Rehearsals.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Plays one rehearsal after the other. In real time, beside the product's clock: a rehearsal is no
 * work of the product that its clock would have to wait for.
 */
@Component
class RehearsalQueue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RehearsalQueue.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Tries between two warnings of the same trouble. */
  private static final int TOLD_EVERY = 20;

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final RehearsalTable table;
  private final StoryTable stories;
  private final ObjectProvider<Stage> stages;
  private final ObjectProvider<JourneyStudio> studio;
  private final RehearsalSettings settings;
  private final Clock clock;
  private final ZoneId zone;
  private Instant forgotten = Instant.EPOCH;
  private volatile boolean on;
  private volatile @Nullable Thread thread;

  RehearsalQueue(
      RehearsalTable table,
      StoryTable stories,
      ObjectProvider<Stage> stages,
      ObjectProvider<JourneyStudio> studio,
      RehearsalSettings settings,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.stories = stories;
    this.stages = stages;
    this.studio = studio;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    var stage = stages.getIfAvailable();
    if (stage == null || !settings.enabled()) {
      return;
    }
    on = true;
    thread = Thread.ofPlatform().name("rehearsals").daemon(true).start(() -> loop(stage));
  }

  private void loop(Stage stage) {
    while (on && !cleanedUp(stage)) {
      pause();
    }
    while (on) {
      try {
        forgetOld();
        table.next(clock.instant()).ifPresentOrElse(id -> play(stage, id), this::pause);
      } catch (RuntimeException | Error e) {
        log.warn("SIYU-3704 the queue of rehearsals stumbled; it looks again", e);
        pause();
      }
    }
  }

  /** What the app before this one left behind; nothing is played before that is gone. */
  private boolean cleanedUp(Stage stage) {
    try {
      stage.clear();
      int cut = table.interrupt(clock.instant());
      if (cut > 0) {
        log.warn("SIYU-3703 a rehearsal ran when the app ended; it is marked, ask for it again");
      }
      return true;
    } catch (RuntimeException | Error e) {
      log.warn("SIYU-8150 what is left of an earlier rehearsal cannot be cleared; tried again", e);
      return false;
    }
  }

  private void forgetOld() {
    var now = clock.instant();
    if (now.isBefore(forgotten.plus(FORGET_EVERY))) {
      return;
    }
    forgotten = now;
    table.dropFiles(now.minus(settings.retention()));
    stories.dropOld(settings.keep(), now.minus(settings.retention()));
  }

  private void pause() {
    LockSupport.parkNanos(LOOK.toNanos());
  }

  private void play(Stage stage, long id) {
    log.info("Rehearsal {} begins", id);
    var ending = played(stage, id);
    forgotten = Instant.EPOCH;
    noteEnd(id, ending);
    log.info("Rehearsal {} ended: {}", id, ending.getClass().getSimpleName());
  }

  private Stage.Ending played(Stage stage, long id) {
    try {
      return stage.play(order(id), new Watching(id));
    } catch (RuntimeException | Error e) {
      log.warn("SIYU-3704 rehearsal {} failed", id, e);
      return new Stage.Ending.Failed("SIYU-3704", e.toString());
    }
  }

  /**
   * Tries until it is written: what has ended must not stand there as running. When the app ends
   * meanwhile, the next start marks it.
   */
  private void noteEnd(long id, Stage.Ending ending) {
    Stage.Ending told = ending;
    int round = 0;
    do {
      try {
        note(id, told);
        return;
      } catch (DataIntegrityViolationException e) {
        log.warn("SIYU-8151 what rehearsal {} told cannot be stored; it counts as failed", id, e);
        told = new Stage.Ending.Failed("SIYU-8151", "what it told cannot be stored, see the log");
      } catch (RuntimeException | Error e) {
        if (round++ % TOLD_EVERY == 0) {
          log.warn("SIYU-8152 the end of rehearsal {} cannot be written; tried again", id, e);
        }
      }
      pause();
    } while (on);
  }

  private void note(long id, Stage.Ending ending) {
    var now = clock.instant();
    switch (ending) {
      case Stage.Ending.Done done -> table.end(id, State.DONE, null, done.report(), now);
      case Stage.Ending.Failed failed ->
          table.end(id, State.FAILED, failed.code() + " " + failed.reason(), null, now);
      case Stage.Ending.Cancelled cancelled ->
          table.end(id, on ? State.CANCELLED : State.INTERRUPTED, null, null, now);
    }
  }

  private Stage.Order order(long id) {
    var content = table.content(id);
    var scenario = content.scenario();
    return new Stage.Order(
        id,
        content.processId(),
        drawings(content),
        scenario.replay(),
        content.files(),
        table.contents(),
        scenario.seed(),
        scenario.startsOn().atStartOfDay(zone).toInstant(),
        Duration.ofMinutes(scenario.grainMinutes()),
        scenario.people());
  }

  /** The rehearsed one, and what people deployed here in place of the shipped ones. */
  private List<Stage.Drawing> drawings(RehearsalTable.Content content) {
    var all = new ArrayList<Stage.Drawing>();
    for (var other : studio.getObject().changed()) {
      if (!other.equals(content.processId())) {
        studio.getObject().drawing(other).ifPresent(xml -> all.add(new Stage.Drawing(other, xml)));
      }
    }
    all.add(new Stage.Drawing(content.processId(), content.drawing()));
    return all;
  }

  /** Writes down what the stage tells. */
  private final class Watching implements Stage.Audience {

    private final long id;

    Watching(long id) {
      this.id = id;
    }

    @Override
    public void progress(Stage.Progress progress) {
      table.progress(id, progress);
    }

    @Override
    public boolean leaves() {
      return !on || table.isCancelled(id);
    }

    @Override
    public void story(String customer, String json) {
      stories.add(id, customer, json);
    }
  }

  @Override
  public void start() {}

  @Override
  public void stop() {
    on = false;
    var running = thread;
    if (running != null) {
      LockSupport.unpark(running);
      try {
        running.join(Duration.ofSeconds(4));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
