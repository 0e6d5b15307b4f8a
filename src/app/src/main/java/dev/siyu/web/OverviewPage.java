package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.history.JourneyHistory;
import dev.siyu.inbox.InboxDesk;
import dev.siyu.time.TimeTravel;
import dev.siyu.touchpoints.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Computes the overview once for everybody who looks, not more often than the setting says. */
@Repository
class OverviewPage {

  private static final String STAGES =
      "SELECT stage, count(*) AS n FROM customer GROUP BY stage ORDER BY stage";
  private static final String MONEY =
      """
      SELECT (SELECT count(*) FROM paid_order) AS orders,
             (SELECT coalesce(sum(amount_cents), 0) FROM paid_order) AS paid,
             (SELECT count(*) FROM refund) AS refunds,
             (SELECT coalesce(sum(amount_cents), 0) FROM refund) AS refunded
      """;

  private final JdbcClient jdbc;
  private final JourneyHistory history;
  private final Reconciliation ledger;
  private final InboxDesk inbox;
  private final TimeTravel time;
  private final LoadingCache<String, Overview> latest;

  OverviewPage(
      JdbcClient jdbc,
      JourneyHistory history,
      Reconciliation ledger,
      InboxDesk inbox,
      TimeTravel time,
      WebSettings settings,
      Ticker ticker) {
    this.jdbc = jdbc;
    this.history = history;
    this.ledger = ledger;
    this.inbox = inbox;
    this.time = time;
    this.latest =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.overviewEvery())
            .ticker(ticker)
            .build(everybody -> compute());
  }

  Overview latest() {
    return latest.get("");
  }

  private Overview compute() {
    var clock = time.progress();
    return new Overview(
        new Overview.Clock(clock.now(), clock.offset().toSeconds(), clock.moving()),
        customers(),
        journeys(),
        ledger.counts(),
        refusals(),
        inbox(),
        orders());
  }

  private Overview.Customers customers() {
    Map<String, Long> byStage = new TreeMap<>();
    jdbc.sql(STAGES)
        .query(
            row -> {
              byStage.put(row.getString("stage"), row.getLong("n"));
            });
    return new Overview.Customers(
        byStage.values().stream().mapToLong(Long::longValue).sum(), byStage);
  }

  private List<Overview.Journey> journeys() {
    return history.journeys().stream()
        .map(
            one ->
                new Overview.Journey(
                    one.processId(),
                    one.name(),
                    one.latestVersion(),
                    one.active(),
                    one.completed(),
                    one.terminated(),
                    one.incidents()))
        .toList();
  }

  private List<Overview.Refusal> refusals() {
    return ledger.refusalsByRule().entrySet().stream()
        .map(rule -> new Overview.Refusal(rule.getKey(), rule.getValue()))
        .sorted((a, b) -> Long.compare(b.count(), a.count()))
        .toList();
  }

  private Overview.Inbox inbox() {
    var counts = inbox.counts();
    return new Overview.Inbox(
        counts.waiting(), counts.failed(), counts.done(), counts.lastReceivedAt());
  }

  private Overview.Orders orders() {
    return jdbc.sql(MONEY)
        .query(
            (row, n) ->
                new Overview.Orders(
                    row.getLong("orders"),
                    row.getLong("paid"),
                    row.getLong("refunds"),
                    row.getLong("refunded"),
                    row.getLong("paid") - row.getLong("refunded")))
        .single();
  }
}
