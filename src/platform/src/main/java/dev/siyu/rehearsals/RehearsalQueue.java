package dev.siyu.rehearsals;

import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.Rehearsals.State;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.stereotype.Component;

/**
 * Plays one rehearsal after the other. In real time, beside the product's clock: a rehearsal is no
 * work of the product that its clock would have to wait for.
 */
@Component
class RehearsalQueue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RehearsalQueue.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final RehearsalTable table;
  private final StoryTable stories;
  private final ObjectProvider<Stage> stages;
  private final ObjectProvider<JourneyStudio> studio;
  private final RehearsalSettings settings;
  private final Clock clock;
  private final ZoneId zone;
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
    stage.clear();
    int cut = table.interrupt(clock.instant());
    if (cut > 0) {
      log.warn("SIYU-3703 a rehearsal ran when the app ended; it is marked, ask for it again");
    }
    while (on) {
      try {
        table.next(clock.instant()).ifPresentOrElse(id -> play(stage, id), this::pause);
      } catch (RuntimeException e) {
        log.warn("SIYU-3704 the queue of rehearsals stumbled; it looks again", e);
        pause();
      }
    }
  }

  private void pause() {
    LockSupport.parkNanos(LOOK.toNanos());
  }

  private void play(Stage stage, long id) {
    log.info("Rehearsal {} begins", id);
    var ending = played(stage, id);
    switch (ending) {
      case Stage.Ending.Done done -> {
        table.end(id, State.DONE, null, done.report(), clock.instant());
        stories.dropOld(settings.keep());
      }
      case Stage.Ending.Failed failed ->
          table.end(id, State.FAILED, failed.code() + " " + failed.reason(), null, clock.instant());
      case Stage.Ending.Cancelled cancelled ->
          table.end(id, on ? State.CANCELLED : State.INTERRUPTED, null, null, clock.instant());
    }
    log.info("Rehearsal {} ended: {}", id, ending.getClass().getSimpleName());
  }

  private Stage.Ending played(Stage stage, long id) {
    try {
      return stage.play(order(id), new Watching(id));
    } catch (RuntimeException e) {
      log.warn("SIYU-3704 rehearsal {} failed", id, e);
      return new Stage.Ending.Failed("SIYU-3704", e.toString());
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
