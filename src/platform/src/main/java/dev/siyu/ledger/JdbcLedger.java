package dev.siyu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLedger implements Ledger {

  private static final String HOLD = "SELECT pg_advisory_xact_lock(8100)";
  private static final String LAST_CLOSED = "SELECT max(month) FROM ledger_month";
  private static final String FIRST_BOOKED = "SELECT min(month) FROM ledger_journal";
  private static final String POSTED =
      """
      SELECT source, order_id, refund_source, refund_id, department, sum(cents) AS cents,
        max(journal_id) AS last, min(month) AS month
      FROM ledger_entry WHERE order_id IS NOT NULL AND (source, order_id) IN (SELECT source, id
        FROM jsonb_to_recordset(CAST(:orders AS jsonb)) AS o (source text, id text))
      GROUP BY 1, 2, 3, 4, 5
      UNION ALL
      SELECT source, order_id, refund_source, refund_id, department, sum(cents), max(journal_id),
        min(month)
      FROM ledger_entry WHERE order_id IS NULL AND (refund_source, refund_id) IN (SELECT source, id
        FROM jsonb_to_recordset(CAST(:refunds AS jsonb)) AS r (source text, id text))
      GROUP BY 1, 2, 3, 4, 5
      """;
  private static final String OF_ORDER =
      """
      SELECT account, department, source, order_id, refund_source, refund_id, sum(cents) AS cents
      FROM ledger_entry WHERE source = :source AND order_id = :id
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(cents) <> 0 ORDER BY 6 NULLS FIRST, 1, 2
      """;
  private static final String JOURNALS =
      """
      INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
      SELECT key, kind, month, note, hash, actor, :now
      FROM jsonb_to_recordset(CAST(:journals AS jsonb)) AS j
        (key text, kind text, month date, note text, hash text, actor text)
      ON CONFLICT (key) DO NOTHING RETURNING key
      """;
  private static final String ENTRIES =
      """
      INSERT INTO ledger_entry (journal_id, month, account, department, cents, source, order_id,
        refund_source, refund_id)
      SELECT j.id, j.month, e.account, e.department, e.cents, e.source, e.order_id,
        e.refund_source, e.refund_id
      FROM jsonb_to_recordset(CAST(:entries AS jsonb)) AS e (key text, account text,
        department text, cents bigint, source text, order_id text, refund_source text,
        refund_id text)
      JOIN ledger_journal j ON j.key = e.key
      """;
  private static final String KNOWN = "SELECT hash FROM ledger_journal WHERE key = :key";
  private static final String SETTLE =
      """
      WITH moved AS (
        SELECT source, order_id, department, sum(cents) AS cents
        FROM ledger_entry
        WHERE account = 'PROVISIONAL' AND order_id IS NOT NULL AND (source, order_id) IN (
          SELECT source, id FROM jsonb_to_recordset(CAST(:orders AS jsonb))
            AS o (source text, id text))
        GROUP BY 1, 2, 3 HAVING sum(cents) <> 0),
      made AS (
        INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
        SELECT 'final ' || source || ':' || order_id, 'FINAL', :month, '售后期已过', encode(sha256(
            convert_to(string_agg(department || '=' || cents, ',' ORDER BY department COLLATE "C"),
              'UTF8')), 'hex'), :actor, :now
        FROM moved GROUP BY source, order_id RETURNING id, key),
      entered AS (
        INSERT INTO ledger_entry (journal_id, month, account, department, cents, source, order_id)
        SELECT made.id, :month, side.account, m.department, side.sign * m.cents, m.source,
          m.order_id
        FROM moved m JOIN made ON made.key = 'final ' || m.source || ':' || m.order_id
        CROSS JOIN (VALUES ('PROVISIONAL', -1), ('FINAL', 1)) AS side (account, sign))
      SELECT count(*) FROM made
      """;
  private static final String CLOSE =
      "INSERT INTO ledger_month (month, closed_at, closed_by) VALUES (:month, :now, :actor)";
  private static final String REOPEN =
      """
      DELETE FROM ledger_month
      WHERE month = :month AND month = (SELECT max(month) FROM ledger_month)
      """;

  private final JdbcClient jdbc;
  private final LedgerRole role;
  private final Clock clock;

  JdbcLedger(JdbcClient jdbc, LedgerRole role, Clock clock) {
    this.jdbc = jdbc;
    this.role = role;
    this.clock = clock;
  }

  @Override
  public void hold() {
    jdbc.sql(HOLD).query((row, n) -> 1).single();
  }

  @Override
  public Optional<YearMonth> lastClosed() {
    return month(LAST_CLOSED);
  }

  @Override
  public Optional<YearMonth> firstBooked() {
    return month(FIRST_BOOKED);
  }

  private Optional<YearMonth> month(String sql) {
    return jdbc.sql(sql)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(YearMonth::from);
  }

  @Override
  public YearMonth open(YearMonth wanted) {
    return lastClosed()
        .filter(closed -> !wanted.isAfter(closed))
        .map(closed -> closed.plusMonths(1))
        .orElse(wanted);
  }

  @Override
  public Map<Item, Posted> posted(Collection<Item.Ref> orders, Collection<Item.Ref> lostRefunds) {
    var cents = new HashMap<Item, Map<String, Long>>();
    var last = new HashMap<Item, Long>();
    var months = new HashMap<Item, YearMonth>();
    jdbc.sql(POSTED)
        .param("orders", LedgerRows.refs(orders))
        .param("refunds", LedgerRows.refs(lostRefunds))
        .query(
            row -> {
              var item = item(row);
              last.merge(item, row.getLong("last"), Math::max);
              var month = YearMonth.from(row.getObject("month", LocalDate.class));
              months.merge(item, month, (a, b) -> a.isBefore(b) ? a : b);
              var mine = cents.computeIfAbsent(item, any -> new TreeMap<>());
              if (!row.getString("department").isEmpty() && row.getLong("cents") != 0) {
                mine.put(row.getString("department"), row.getLong("cents"));
              }
            });
    var posted = new HashMap<Item, Posted>();
    months.forEach(
        (item, month) ->
            posted.put(
                item,
                new Posted(
                    cents.getOrDefault(item, Map.of()), last.getOrDefault(item, 0L), month)));
    return posted;
  }

  @Override
  public List<Journal.Entry> of(Item.Ref order) {
    return jdbc.sql(OF_ORDER)
        .param("source", order.source())
        .param("id", order.id())
        .query(
            (row, n) ->
                new Journal.Entry(
                    Account.valueOf(row.getString("account")),
                    row.getString("department"),
                    row.getLong("cents"),
                    item(row)))
        .list();
  }

  @Override
  public void post(List<Journal> journals) {
    if (!journals.isEmpty()) {
      role.writing(() -> append(journals));
    }
  }

  private void append(List<Journal> journals) {
    var made =
        jdbc.sql(JOURNALS)
            .param("journals", LedgerRows.journals(journals))
            .param("now", now())
            .query(String.class)
            .set();
    journals.stream().filter(one -> !made.contains(one.key())).forEach(this::requireSame);
    var fresh = journals.stream().filter(one -> made.contains(one.key())).toList();
    jdbc.sql(ENTRIES).param("entries", LedgerRows.entries(fresh)).update();
  }

  private void requireSame(Journal journal) {
    var known = jdbc.sql(KNOWN).param("key", journal.key()).query(String.class).single();
    if (!known.equals(LedgerRows.hash(journal))) {
      throw new LedgerRefused(
          "SIYU-8101", "journal " + journal.key() + " is known with other content");
    }
  }

  @Override
  public int settle(Collection<Item.Ref> orders, YearMonth month, String actor) {
    return role.writing(
        () ->
            jdbc.sql(SETTLE)
                .param("orders", LedgerRows.refs(orders))
                .param("month", month.atDay(1))
                .param("actor", actor)
                .param("now", now())
                .query(Integer.class)
                .single());
  }

  @Override
  public void close(YearMonth month, String actor) {
    jdbc.sql(CLOSE)
        .param("month", month.atDay(1))
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  @Override
  public void reopen(YearMonth month) {
    jdbc.sql(REOPEN).param("month", month.atDay(1)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        ref(row.getString("source"), row.getString("order_id")),
        ref(row.getString("refund_source"), row.getString("refund_id")));
  }

  private static Item.@Nullable Ref ref(@Nullable String source, @Nullable String id) {
    return source == null || id == null ? null : new Item.Ref(source, id);
  }
}
