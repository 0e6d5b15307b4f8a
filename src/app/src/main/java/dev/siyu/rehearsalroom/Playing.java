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
import java.util.function.Consumer;

/** Deploys the drawings, has the recording told, and writes the report. */
class Playing implements Consumer<Stage.Order> {

  private static final Duration LOOK = Duration.ofMillis(300);

  /** Each look counts the whole recording. */
  private static final Duration LOOK_AT_PLAY = Duration.ofSeconds(1);

  private final Papers papers;
  private final JourneyStudio studio;
  private final EngineTraffic traffic;
  private final Replay replay;
  private final TimeTravel travel;
  private final ReportWriter report;
  private final LentContents contents;
  private final StageGroups groups;

  Playing(
      Papers papers,
      JourneyStudio studio,
      EngineTraffic traffic,
      Replay replay,
      TimeTravel travel,
      ReportWriter report,
      LentContents contents,
      StageGroups groups) {
    this.papers = papers;
    this.studio = studio;
    this.traffic = traffic;
    this.replay = replay;
    this.travel = travel;
    this.report = report;
    this.contents = contents;
    this.groups = groups;
  }

  @Override
  public void accept(Stage.Order order) {
    tell("START");
    while (!traffic.isOpen()) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    contents.take(order.contents());
    deploy(order);
    groups.openFor(order);
    replay.start(ReplayOrder.parse(order.replay(), files(order)));
    ReplayProgress at = tell("PLAY");
    while (at.state() == ReplayProgress.State.RUNNING || travel.progress().moving()) {
      LockSupport.parkNanos(LOOK_AT_PLAY.toNanos());
      at = tell("PLAY");
    }
    if (at.state() != ReplayProgress.State.DONE) {
      throw new IllegalStateException("replay: " + at.state());
    }
    tell("REPORT");
    report.write(order, papers);
  }

  private void deploy(Stage.Order order) {
    for (Stage.Drawing drawing : order.drawings()) {
      if (!studio.drawing(drawing.processId()).filter(drawing.xml()::equals).isPresent()) {
        studio.deploy(drawing.xml(), "rehearsal " + order.id(), "rehearsal");
      }
    }
  }

  private static List<ReplayOrder.File> files(Stage.Order order) {
    return order.files().stream()
        .map(
            file ->
                new ReplayOrder.File(file.name(), file.content().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private ReplayProgress tell(String phase) {
    ReplayProgress at = replay.progress();
    papers.writeProgress(new Stage.Progress(phase, travel.progress().now(), at.sent(), at.total()));
    return at;
  }
}
