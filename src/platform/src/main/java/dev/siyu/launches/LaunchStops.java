package dev.siyu.launches;

import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.Launches.Launch;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of launches that do not go to all: state, figures and news in one transaction. */
@Component
class LaunchStops {

  private final LaunchTable table;
  private final LaunchFigures figures;
  private final LaunchNews news;
  private final TransactionTemplate transactions;

  LaunchStops(
      LaunchTable table, LaunchFigures figures, LaunchNews news, TransactionTemplate transactions) {
    this.table = table;
    this.figures = figures;
    this.news = news;
    this.transactions = transactions;
  }

  /** False when it is in none of the states any more. */
  boolean stop(Launch launch, List<LaunchState> from, String actor, Said why, Instant now) {
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
}
