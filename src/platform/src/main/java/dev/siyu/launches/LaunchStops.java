package dev.siyu.launches;

import dev.siyu.journeys.Candidates;
import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Launch;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of launches that do not go to all: state, figures and news in one transaction. */
@Component
class LaunchStops {

  private static final String STOPPING = "STOPPING";

  private final LaunchTable table;
  private final LaunchFigures figures;
  private final LaunchNews news;
  private final Candidates journeys;
  private final TransactionTemplate transactions;

  LaunchStops(
      LaunchTable table,
      LaunchFigures figures,
      LaunchNews news,
      Candidates journeys,
      TransactionTemplate transactions) {
    this.table = table;
    this.figures = figures;
    this.news = news;
    this.journeys = journeys;
    this.transactions = transactions;
  }

  /**
   * Of a launch that takes effect or is tried. While it goes to all the engine may have taken it
   * without an answer: then it is told as stopped when the version before is back.
   *
   * @return false when it is in none of these states any more
   */
  boolean stop(Launch launch, String actor, Said why, Instant now) {
    boolean forAll = launch.wish().audience() == Audience.ALL;
    var known = List.of(LaunchState.PLACING, LaunchState.CANARY);
    var unclear = List.of(LaunchState.PLACING, LaunchState.WIDENING);
    if (forAll) {
      return begin(launch, unclear, actor, why, now);
    }
    return end(launch, known, actor, why, now)
        || begin(launch, List.of(LaunchState.WIDENING), actor, why, now);
  }

  /** At once; false when it is in none of the states any more. */
  boolean end(Launch launch, List<LaunchState> from, String actor, Said why, Instant now) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              if (!table.move(launch.id(), from, LaunchState.STOPPED, null, now)) {
                return false;
              }
              figures.keep(launch, now);
              news.tell(launch, "STOPPED", actor, why, now);
              news.over(launch, false, why);
              return true;
            }));
  }

  private boolean begin(
      Launch launch, List<LaunchState> from, String actor, Said why, Instant now) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              boolean moved = table.move(launch.id(), from, LaunchState.STOPPING, null, now);
              if (moved) {
                news.note(launch.id(), STOPPING, actor, why, now);
              }
              return moved;
            }));
  }

  /** For launches in STOPPING; tried again until everybody starts the version before. */
  void takeBack(Launch launch, Instant now) {
    boolean back = journeys.bringBack(launch.processId());
    var asked =
        news.of(launch.id()).stream()
            .filter(event -> event.what().equals(STOPPING))
            .reduce((first, second) -> second)
            .orElseThrow();
    var why =
        back
            ? new Said(asked.zh(), asked.en())
            : new Said(
                asked.zh() + "；此前没有线上版本可恢复，引擎可能已收下这一版，请先暂停该旅程",
                asked.en()
                    + "; none was live before and the engine may have taken it: pause the journey");
    end(launch, List.of(LaunchState.STOPPING), asked.actor(), why, now);
  }
}
