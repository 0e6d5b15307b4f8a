package dev.siyu.attribution;

import dev.siyu.attribution.Settlements.Progress;
import dev.siyu.attribution.Settlements.State;
import dev.siyu.ledger.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs as rows; every change of state stands here and names the states it starts from. */
@Component
class SettlementTable {

  private static final String START =
      """
      INSERT INTO settlement (month, state, total, started_by, started_at, changed_by, changed_at)
      VALUES (:month, 'RUNNING', :total, :actor, :now, :actor, :now) ON CONFLICT DO NOTHING
      """;
  private static final String MOVE =
      """
      UPDATE settlement SET state = :to, changed_by = :actor, changed_at = :now
      WHERE month = :month AND state = ANY (:from)
      """;
  private static final String LIST = "SELECT * FROM settlement ORDER BY month DESC";
  private static final String FIND = "SELECT * FROM settlement WHERE month = :month";
  private static final String RUNNING =
      "SELECT month FROM settlement WHERE state = 'RUNNING' ORDER BY month LIMIT 1";

  /** Due by the end of the month, looked at by whom it had to be, and contested by nobody. */
  private static final String IS_DUE =
      """
       a.state = 'PROVISIONAL' AND a.approval IN ('NONE', 'APPROVED') AND a.paid_at < :end
        AND (a.final_after < :end OR o.settled_at < :end)
        AND NOT EXISTS (SELECT FROM attribution_hold h
          WHERE h.source = a.source AND h.order_id = a.order_id)
      """;

  private static final String DUE =
      "SELECT %s FROM attribution a LEFT JOIN paid_order o"
          + " ON o.source = a.source AND o.order_id = a.order_id WHERE"
          + IS_DUE;
  private static final String COUNT_DUE = DUE.formatted("count(*)");
  private static final String TAKE =
      """
      UPDATE attribution SET state = 'FINAL', final_month = :month
      WHERE (source, order_id) IN (%s ORDER BY a.final_after, a.source, a.order_id LIMIT :limit)
        AND state = 'PROVISIONAL'
      RETURNING source, order_id AS id
      """
          .formatted(DUE.formatted("a.source, a.order_id"));
  private static final String COUNT =
      """
      UPDATE settlement SET done = done + :count, total = greatest(total, done + :count),
        changed_at = :now WHERE month = :month
      """;
  private static final String OPEN =
      """
      SELECT (SELECT count(*) FROM attribution WHERE state = 'PROVISIONAL' AND approval = 'ASKED'
          AND paid_at < :end) AS waiting,
        (SELECT count(*) FROM attribution WHERE state = 'PROVISIONAL' AND approval = 'REJECTED'
          AND paid_at < :end) AS rejected,
        (SELECT count(DISTINCT (h.source, h.order_id)) FROM attribution_hold h
          JOIN attribution a ON a.source = h.source AND a.order_id = h.order_id
          WHERE a.state = 'PROVISIONAL' AND a.paid_at < :end) AS contested,
        (SELECT count(DISTINCT d.customer_id) FROM attribution_due d
          WHERE EXISTS (SELECT FROM paid_order o
            WHERE o.customer_id = d.customer_id AND o.paid_at < :end
              AND NOT EXISTS (SELECT FROM attribution a WHERE a.source = o.source
                AND a.order_id = o.order_id AND a.state = 'FINAL'))
          OR EXISTS (SELECT FROM refund r
            WHERE r.customer_id = d.customer_id AND r.refunded_at < :end
              AND NOT EXISTS (SELECT FROM ledger_entry e
                WHERE e.refund_source = r.source AND e.refund_id = r.refund_id))) AS unbooked,
        ARRAY(SELECT name FROM book_check WHERE NOT ok ORDER BY name) AS broken
      """;
  private static final String CONTENT =
      """
      UPDATE settlement SET content = :content, request_id = :request, note = :note
      WHERE month = :month
      """;
  private static final String KNOWN_CONTENT = "SELECT content FROM settlement WHERE month = :month";

  private final JdbcClient jdbc;

  SettlementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean start(YearMonth month, int total, String actor, Instant now) {
    return of(START, month)
            .param("total", total)
            .param("actor", actor)
            .param("now", sql(now))
            .update()
        == 1;
  }

  boolean move(YearMonth month, List<State> from, State to, String actor, Instant now) {
    return of(MOVE, month)
            .param("from", from.stream().map(State::name).toArray(String[]::new))
            .param("to", to.name())
            .param("actor", actor)
            .param("now", sql(now))
            .update()
        == 1;
  }

  List<Progress> list() {
    return jdbc.sql(LIST).query((row, n) -> progress(row)).list();
  }

  Optional<Progress> find(YearMonth month) {
    return of(FIND, month).query((row, n) -> progress(row)).optional();
  }

  Optional<YearMonth> running() {
    return jdbc.sql(RUNNING)
        .query((row, n) -> YearMonth.from(row.getObject(1, LocalDate.class)))
        .optional();
  }

  int countDue(Instant end) {
    return jdbc.sql(COUNT_DUE).param("end", sql(end)).query(Integer.class).single();
  }

  Settlements.Open open(Instant end) {
    return jdbc.sql(OPEN)
        .param("end", sql(end))
        .query(
            (row, n) ->
                new Settlements.Open(
                    row.getInt("waiting"),
                    row.getInt("rejected"),
                    row.getInt("contested"),
                    row.getInt("unbooked"),
                    List.of((String[]) row.getArray("broken").getArray())))
        .single();
  }

  /** Makes the next orders final; empty when none is due. */
  List<Item.Ref> take(YearMonth month, Instant end, int limit) {
    return of(TAKE, month)
        .param("end", sql(end))
        .param("limit", limit)
        .query((row, n) -> new Item.Ref(row.getString("source"), row.getString("id")))
        .list();
  }

  void count(YearMonth month, int count, Instant now) {
    of(COUNT, month).param("count", count).param("now", sql(now)).update();
  }

  void content(YearMonth month, @Nullable String content, @Nullable String request, String note) {
    of(CONTENT, month)
        .param("content", content)
        .param("request", request)
        .param("note", note)
        .update();
  }

  Optional<String> content(YearMonth month) {
    return of(KNOWN_CONTENT, month)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  private JdbcClient.StatementSpec of(String statement, YearMonth month) {
    return jdbc.sql(statement).param("month", month.atDay(1));
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        State.valueOf(row.getString("state")),
        row.getInt("total"),
        row.getInt("done"),
        row.getString("started_by"),
        BoughtTable.moment(row, "started_at"),
        row.getString("changed_by"),
        BoughtTable.moment(row, "changed_at"),
        row.getString("request_id"),
        row.getString("note"));
  }
}
