package dev.siyu.drills;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each customer's layer as the files give it, against what the product says. */
final class LayerChecks {

  /**
   * The facts of a day, by another way than the product's. Orders and refunds in the order of time
   * are a level that rises and falls; an order is kept as far as the level never falls below where
   * it began again. A refund is laid on the latest orders first, so this is the same money.
   */
  private static final String LAYERS =
      """
      WITH running AS (
        SELECT *, sum(cents) OVER (PARTITION BY customer ORDER BY at, kind, id) AS level
        FROM file_event WHERE at < :day),
      kept AS (
        SELECT customer, cents, at::date AS day, CASE WHEN kind = 0 THEN greatest(0,
          min(level) OVER (PARTITION BY customer ORDER BY at, kind, id
            ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - (level - cents)) ELSE 0 END AS rest
        FROM running),
      facts AS (
        SELECT customer, sum(cents) AS ever,
          coalesce(sum(rest) FILTER (WHERE day > :day::date - 365), 0) AS year,
          count(*) FILTER (WHERE rest > 0 AND day > :day::date - 365) AS orders,
          count(DISTINCT to_char(day, 'YYYY-MM'))
            FILTER (WHERE rest > 0 AND day > :day::date - 365) AS months,
          coalesce(least(12, (:day::date - max(day) FILTER (WHERE rest > 0)) / 30), 12) AS silent
        FROM kept GROUP BY customer)
      SELECT customer, concat_ws(' ', year, ever, orders, months, silent) AS facts, CASE
          WHEN year >= 500000 AND orders >= 6 AND months >= 5 AND silent <= 2 THEN 'CORE'
          WHEN year >= 150000 AND orders >= 4 AND silent <= 5 THEN 'INFLUENCE'
          WHEN orders >= 8 AND silent <= 3 THEN 'INFLUENCE'
          WHEN ever >= 1000000 AND silent <= 7 THEN 'INFLUENCE'
          ELSE 'OUTER' END AS layer
      FROM facts
      """;

  /** What the product says now. */
  private static final String PRODUCT =
      """
      select substring(c.union_id from 3) as customer, l.layer, concat_ws(' ', l.net_year_cents,
        l.net_ever_cents, l.orders_year, l.active_months, l.silent_months) as facts
      from customer_layer l join customer c on c.id = l.customer_id
      """;

  /** What the product said on a day: the last movement until that morning. */
  private static final String PRODUCT_THEN =
      """
      select distinct on (m.customer_id) substring(c.union_id from 3) as customer,
        m.to_layer as layer
      from layer_move m join customer c on c.id = m.customer_id
      where m.at < ('%s'::timestamp + interval '5 hours') at time zone 'Asia/Shanghai'
      order by m.customer_id, m.id desc
      """;

  private static final String BROKEN_CHAIN =
      """
      select customer_id || ': ' || before || ' then ' || from_layer || ' to ' || to_layer
      from (select *, coalesce(lag(to_layer) over (partition by customer_id order by id), 'OUTER')
        as before from layer_move) m where before <> from_layer
      union all
      select l.customer_id || ' is ' || l.layer || ', last moved to ' || coalesce(m.to_layer, '-')
      from customer_layer l left join lateral (select to_layer from layer_move
        where customer_id = l.customer_id order by id desc limit 1) m on true
      where l.layer <> coalesce(m.to_layer, 'OUTER')
      """;
  private static final String BEYOND_PLACES =
      """
      select operator || ' cares for ' || count(*) from core_member
      where state <> 'OUT' group by operator having count(*) > 20
      """;
  private static final String BELOW_LINE =
      """
      select m.customer_id || ' is ' || m.state || ' after a refund took their place'
      from core_member m join customer_layer l on l.customer_id = m.customer_id
      join lateral (select cause from layer_move where customer_id = m.customer_id
        order by id desc limit 1) v on true
      where m.state <> 'OUT' and l.layer <> 'CORE' and v.cause = 'REFUND'
      """;

  private LayerChecks() {}

  static List<Finding> all(Tables tables, FileBase files, Books books, Books.Range range) {
    long weeks = tables.number("select shift_weeks from replay_run order by id desc limit 1");
    LocalDate end = LocalDate.parse(range.to()).plusDays(1).plusWeeks(weeks);
    List<Finding> found = new ArrayList<>();
    found.add(total(tables, books));
    found.addAll(now(tables, files, end));
    found.addAll(before(tables, files, end));
    found.add(
        Finding.none("movements form a chain to the present layer", tables.texts(BROKEN_CHAIN)));
    found.add(Finding.none("no operator cares for more than 20", tables.texts(BEYOND_PLACES)));
    found.add(
        Finding.none("nobody keeps a core place that a refund took", tables.texts(BELOW_LINE)));
    found.add(circle(tables));
    return found;
  }

  private static Finding total(Tables tables, Books books) {
    return Finding.same(
        "total net spend equals the files', to the cent",
        Books.cents(books.orders()) - Books.cents(books.refunds()),
        tables.number("select coalesce(sum(net_ever_cents), 0)::bigint from customer_layer"));
  }

  private static List<Finding> now(Tables tables, FileBase files, LocalDate end) {
    return List.of(
        compared(
            "every customer's layer is what the files give",
            expected(files, end, "layer"),
            said(tables, PRODUCT, "layer")),
        compared(
            "every customer's facts are what the files give",
            expected(files, end, "facts"),
            said(tables, PRODUCT, "facts")));
  }

  /** The first of each month, as far back as the replay goes. */
  private static List<Finding> before(Tables tables, FileBase files, LocalDate end) {
    List<Finding> found = new ArrayList<>();
    for (LocalDate day = end.withDayOfMonth(1); ; day = day.minusMonths(1)) {
      Map<String, String> expected = expected(files, day, "layer");
      if (expected.isEmpty()) {
        return found;
      }
      found.add(then(tables, expected, day));
    }
  }

  private static Finding then(Tables tables, Map<String, String> expected, LocalDate day) {
    Map<String, String> said = said(tables, PRODUCT_THEN.formatted(day), "layer");
    expected.keySet().forEach(customer -> said.putIfAbsent(customer, "OUTER"));
    return compared("so it was on " + day, expected, said);
  }

  private static Map<String, String> expected(FileBase files, LocalDate day, String column) {
    return named(files.rows(LAYERS, Map.of("day", day.atStartOfDay())), column);
  }

  private static Map<String, String> said(Tables tables, String sql, String column) {
    return named(tables.rows(sql), column);
  }

  private static Map<String, String> named(List<Map<String, Object>> rows, String column) {
    Map<String, String> all = new TreeMap<>();
    rows.forEach(
        row -> all.put(String.valueOf(row.get("customer")), String.valueOf(row.get(column))));
    return all;
  }

  private static Finding compared(
      String sentence, Map<String, String> expected, Map<String, String> said) {
    List<String> wrong = new ArrayList<>();
    Map<String, Long> counts = new TreeMap<>();
    var all = new TreeMap<>(said);
    all.putAll(expected);
    all.forEach(
        (customer, wanted) -> {
          counts.merge(wanted.contains(" ") ? "compared" : wanted, 1L, Long::sum);
          if (!wanted.equals(said.get(customer)) || !expected.containsKey(customer)) {
            wrong.add(
                customer + ": files " + expected.get(customer) + ", product " + said.get(customer));
          }
        });
    return new Finding(sentence, counts.toString(), List.copyOf(wrong));
  }

  private static Finding circle(Tables tables) {
    return new Finding(
        "the core circle, for reading",
        tables.numbers("select state || ' ' || why, count(*) from core_member group by 1")
            + ", moves "
            + tables.numbers("select cause, count(*) from layer_move group by 1"),
        List.of());
  }
}
