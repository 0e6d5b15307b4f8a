package dev.siyu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** P4: many customers add at once; how long until each one's welcome call is at WeCom. */
final class Burst {

  private static final String RECEIVED =
      """
      SELECT subject, received_at,
        substring(convert_from(body, 'UTF8') FROM 'WelcomeCode><!\\[CDATA\\[([^]]+)') AS code
      FROM inbox_event WHERE needs_welcome
      """;

  /**
   * @param fromCallback seconds from the stored callback to the call at the simulator
   * @param fromAdd seconds from the planned moment of the add, the simulator's own time included
   */
  record Result(int adds, Quantiles fromCallback, Quantiles fromAdd) {}

  private record Received(Instant at, Instant told) {}

  private final Product product;
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  Burst(Product product) {
    this.product = product;
  }

  Result run(int adds, double seconds) throws Exception {
    Offered.run(
        product.simulator(),
        16,
        adds,
        adds / seconds,
        n -> {
          told.put(Sample.externalUserId(n), Clock.systemUTC().instant());
          return Sample.add(n);
        });
    Product.until(
        adds + " welcomes are decided",
        () ->
            product.count(
                    "SELECT count(*) FROM inbox_event WHERE needs_welcome AND welcome IS NOT NULL")
                >= adds);
    return result(adds);
  }

  private Result result(int adds) throws SQLException, IOException {
    Map<String, Received> received = new HashMap<>();
    try (var query = product.tables().createStatement();
        var rows = query.executeQuery(RECEIVED)) {
      while (rows.next()) {
        received.put(
            rows.getString("code"),
            new Received(
                rows.getTimestamp("received_at").toInstant(),
                told.getOrDefault(rows.getString("subject"), Instant.EPOCH)));
      }
    }
    List<Double> fromCallback = new ArrayList<>();
    List<Double> fromAdd = new ArrayList<>();
    for (var line : product.calls("send_welcome_msg").split("\n")) {
      var call = JsonMapper.shared().readTree(line);
      var found = received.get(call.path("welcomeCode").asString(""));
      if (found != null && call.path("errcode").asInt(-1) == 0) {
        var at = Instant.parse(call.path("at").asString(""));
        fromCallback.add(seconds(found.at(), at));
        fromAdd.add(seconds(found.told(), at));
      }
    }
    return new Result(adds, Quantiles.of(fromCallback), Quantiles.of(fromAdd));
  }

  private static double seconds(Instant from, Instant to) {
    return java.time.Duration.between(from, to).toNanos() / 1e9;
  }
}
