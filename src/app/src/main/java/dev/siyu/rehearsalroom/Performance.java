package dev.siyu.rehearsalroom;

import dev.siyu.engine.EngineTraffic;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.Stage;
import dev.siyu.replay.Replay;
import dev.siyu.replay.ReplayOrder;
import dev.siyu.replay.ReplayProgress;
import dev.siyu.time.TimeTravel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Plays the order on this throw-away product, writes the report, ends the process. */
class Performance {

  private static final Logger log = LoggerFactory.getLogger(Performance.class);
  private static final Duration LOOK = Duration.ofMillis(300);

  private final Papers papers;
  private final JourneyStudio studio;
  private final EngineTraffic traffic;
  private final Replay replay;
  private final TimeTravel travel;
  private final ReportWriter report;
  private final LentContents contents;
  private final Runnable exit;

  Performance(
      Papers papers,
      JourneyStudio studio,
      EngineTraffic traffic,
      Replay replay,
      TimeTravel travel,
      ReportWriter report,
      LentContents contents,
      Runnable exit) {
    this.papers = papers;
    this.studio = studio;
    this.traffic = traffic;
    this.replay = replay;
    this.travel = travel;
    this.report = report;
    this.contents = contents;
    this.exit = exit;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofPlatform().name("performance").start(this::perform);
  }

  private void perform() {
    try {
      Stage.Order order = papers.readOrder();
      play(order);
      tell("REPORT");
      report.write(order, papers);
    } catch (RuntimeException e) {
      log.error("SIYU-3702 the rehearsal cannot go on; the product outside is told", e);
      papers.writeFailure(String.valueOf(e.getMessage()));
    }
    exit.run();
  }

  private void play(Stage.Order order) {
    tell("START");
    while (!traffic.isOpen()) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    contents.take(order.contents());
    for (Stage.Drawing drawing : order.drawings()) {
      if (!studio.drawing(drawing.processId()).filter(drawing.xml()::equals).isPresent()) {
        studio.deploy(drawing.xml(), "rehearsal " + order.id(), "rehearsal");
      }
    }
    List<ReplayOrder.File> files =
        order.files().stream()
            .map(
                file ->
                    new ReplayOrder.File(
                        file.name(), file.content().getBytes(StandardCharsets.UTF_8)))
            .toList();
    replay.start(ReplayOrder.parse(order.replay(), files));
    while (replay.progress().state() == ReplayProgress.State.RUNNING
        || travel.progress().moving()) {
      tell("PLAY");
      LockSupport.parkNanos(LOOK.toNanos());
    }
    if (replay.progress().state() != ReplayProgress.State.DONE) {
      throw new IllegalStateException("replay: " + replay.progress().state());
    }
  }

  private void tell(String phase) {
    ReplayProgress at = replay.progress();
    papers.writeProgress(new Stage.Progress(phase, travel.progress().now(), at.sent(), at.total()));
  }
}
