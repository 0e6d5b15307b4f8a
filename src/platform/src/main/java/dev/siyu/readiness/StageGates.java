package dev.siyu.readiness;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the customers; read-only over the tables of customers and orders. */
@Component
class StageGates implements Gates {

  private static final String POOLS =
      """
      SELECT coalesce(c.channel, '') AS channel, count(*) AS customers,
        count(*) FILTER (WHERE EXISTS (SELECT FROM paid_order o
          WHERE o.customer_id = c.id AND o.refunded_cents < o.amount_cents)) AS buyers
      FROM customer c
      WHERE EXISTS (SELECT FROM customer_staff s WHERE s.customer_id = c.id AND s.until IS NULL)
      GROUP BY 1 ORDER BY 2 DESC, 1
      """;
  private static final int SHOWN = 10;

  private final JdbcClient jdbc;
  private final SheetTable sheets;
  private final ReadinessSettings limits;

  StageGates(JdbcClient jdbc, SheetTable sheets, ReadinessSettings limits) {
    this.jdbc = jdbc;
    this.sheets = sheets;
    this.limits = limits;
  }

  @Override
  public View now() {
    var pools =
        jdbc.sql(POOLS)
            .query(
                (row, n) ->
                    new Pool(
                        row.getString("channel"), row.getLong("customers"), row.getLong("buyers")))
            .list();
    long customers = pools.stream().mapToLong(Pool::customers).sum();
    long buyers = pools.stream().mapToLong(Pool::buyers).sum();
    var quadrant = sheets.signedQuadrant().orElse(Quadrant.HIGH_HIGH);
    return view(customers, buyers, quadrant, pools.stream().limit(SHOWN).toList(), limits);
  }

  /** A gate is passed when both its numbers are reached. */
  static View view(
      long customers, long buyers, Quadrant quadrant, List<Pool> pools, ReadinessSettings limits) {
    int seed = quadrant.seedUsers(limits);
    var first = new Target(seed, limits.firstConversion());
    var second = new Target((long) seed * limits.growth(), limits.growthConversion());
    int conversion = customers == 0 ? 0 : (int) (buyers * 10_000 / customers);
    boolean one = seed > 0 && passed(customers, conversion, first);
    boolean ten = one && passed(customers, conversion, second);
    var stage = ten ? Stage.TEN_TO_N : one ? Stage.ONE_TO_TEN : Stage.ZERO_TO_ONE;
    int most = quadrant == Quadrant.LOW_FREQUENCY_HIGH_MARGIN ? seed : limits.seedUsersMost();
    return new View(stage, customers, buyers, conversion, one ? second : first, most, pools);
  }

  private static boolean passed(long customers, int conversion, Target target) {
    return customers >= target.customers() && conversion >= target.conversionBp();
  }
}
