package dev.siyu.attribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a draft over the frozen evidence of a period. */
@Component
class WhatIfTable {

  private static final String ORDERS =
      """
      SELECT a.paid_at, a.amount_cents - coalesce(o.refunded_cents, 0) AS net, d.evidence,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
          ORDER BY s.department)::text FROM attribution_share s WHERE s.source = a.source
          AND s.order_id = a.order_id AND s.number = a.decision) AS shares
      FROM attribution a
      JOIN attribution_decision d ON d.source = a.source AND d.order_id = a.order_id
        AND d.number = a.decision
      LEFT JOIN paid_order o ON o.source = a.source AND o.order_id = a.order_id
      WHERE a.paid_at >= :from AND a.paid_at < :to AND (:scope = '*' OR a.source = :scope)
      ORDER BY a.paid_at, a.source, a.order_id LIMIT :most
      """;

  private record Key(String month, String department) {}

  static final int MOST = 200_000;
  private static final int AT_ONCE = 1_000;

  private static final class Sums {
    private int orders;
    private int changed;
    private final Map<Key, long[]> lines =
        new TreeMap<>(Comparator.comparing(Key::month).thenComparing(Key::department));
    private final Map<String, long[]> rules = new LinkedHashMap<>();
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AttributionSettings.Basics basics;

  WhatIfTable(
      JdbcClient jdbc, TransactionTemplate transactions, AttributionSettings.Basics basics) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.basics = basics;
  }

  /** Looks at the oldest {@code most} orders of the period. */
  WhatIf of(Terms terms, LocalDate from, LocalDate to, int most) {
    var draft = new Agreement(null, terms);
    var sums = new Sums();
    terms.rules().forEach(rule -> sums.rules.put(rule.name(), new long[2]));
    transactions.executeWithoutResult(status -> read(sums, draft, from, to, most));
    return new WhatIf(
        Math.min(sums.orders, most),
        sums.changed,
        sums.orders > most,
        sums.lines.entrySet().stream()
            .map(
                one ->
                    new WhatIf.Line(
                        one.getKey().month(),
                        one.getKey().department(),
                        one.getValue()[0],
                        one.getValue()[1]))
            .toList(),
        sums.rules.entrySet().stream()
            .map(
                one -> new WhatIf.RuleUse(one.getKey(), (int) one.getValue()[0], one.getValue()[1]))
            .toList());
  }

  /** In a transaction, because PostgreSQL sends rows in portions only there. */
  private void read(Sums sums, Agreement draft, LocalDate from, LocalDate to, int most) {
    var zone = basics.zone();
    jdbc.sql(ORDERS)
        .withFetchSize(AT_ONCE)
        .param("from", from.atStartOfDay(zone).toOffsetDateTime())
        .param("to", to.atStartOfDay(zone).toOffsetDateTime())
        .param("scope", draft.terms().scope())
        .param("most", most + 1)
        .query(
            row -> {
              if (++sums.orders <= most) {
                add(sums, draft, row);
              }
            });
  }

  private void add(Sums sums, Agreement draft, ResultSet row) throws SQLException {
    var evidence = Json.read(row.getString("evidence"), Evidence.class);
    long net = row.getLong("net");
    var month = YearMonth.from(evidence.paidAt().atZone(basics.zone())).toString();
    var paid = Json.shares(row.getString("shares"));
    var would = draft.split(evidence);
    sums.changed += paid.equals(would.shares()) ? 0 : 1;
    Rounding.divide(net, paid).forEach((name, cents) -> line(sums, month, name)[0] += cents);
    Rounding.divide(net, would.shares())
        .forEach((name, cents) -> line(sums, month, name)[1] += cents);
    var rule = sums.rules.get(would.ruleName());
    if (rule != null) {
      rule[0]++;
      rule[1] += net;
    }
  }

  private static long[] line(Sums sums, String month, String department) {
    return sums.lines.computeIfAbsent(new Key(month, department), any -> new long[2]);
  }
}
