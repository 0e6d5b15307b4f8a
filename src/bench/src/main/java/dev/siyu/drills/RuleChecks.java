package dev.siyu.drills;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Quiet hours and caps, judged by when the outside received each call. */
final class RuleChecks {

  private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
  private static final LocalTime QUIET_UNTIL = LocalTime.of(9, 0);
  private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

  /** Between decision and arrival at the outside. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

  /** A customer's zone is known from the first order on. */
  private static final String ZONES =
      """
      select c.external_user_id, c.id, c.zone, min(o.paid_at) as known_from
      from customer c left join paid_order o on o.customer_id = c.id
      where c.external_user_id is not null group by 1, 2, 3
      """;

  private record Home(ZoneId zone, Instant knownFrom) {}

  private RuleChecks() {}

  static List<Finding> all(Tables tables, Outside outside) {
    Map<String, Home> homes = new HashMap<>();
    Map<String, String> persons = new HashMap<>();
    for (Map<String, Object> row : tables.rows(ZONES)) {
      String person = String.valueOf(row.get("external_user_id"));
      Instant known =
          row.get("known_from") instanceof java.sql.Timestamp at ? at.toInstant() : Instant.MAX;
      homes.put(person, new Home(ZoneId.of(String.valueOf(row.get("zone"))), known));
      persons.put(String.valueOf(row.get("id")), person);
    }
    Map<String, List<Instant>> sends = new TreeMap<>();
    Map<String, List<Instant>> coupons = new TreeMap<>();
    for (Outside.Call call : outside.calls("add_msg_template,coupons")) {
      if (call.took() && call.kind().equals("coupons")) {
        String id = call.text("idempotencyKey").split("/")[0];
        add(coupons, persons.getOrDefault(id, id), call.at());
      } else if (call.took()) {
        add(sends, call.text("externalUserIds"), call.at());
      }
    }
    return List.of(
        Finding.none("no mass send was created in the customer's quiet hours", quiet(sends, homes)),
        Finding.none("at most 1 mass send in 24 h", over(sends, 1, Duration.ofDays(1))),
        Finding.none("at most 3 mass sends in 7 days", over(sends, 3, Duration.ofDays(7))),
        Finding.none("at most 2 coupons in 24 h", over(coupons, 2, Duration.ofDays(1))),
        Finding.none("at most 4 coupons in 7 days", over(coupons, 4, Duration.ofDays(7))));
  }

  private static void add(Map<String, List<Instant>> to, String who, Instant at) {
    to.computeIfAbsent(who, w -> new ArrayList<>()).add(at);
  }

  private static List<String> quiet(Map<String, List<Instant>> sends, Map<String, Home> homes) {
    List<String> wrong = new ArrayList<>();
    sends.forEach(
        (person, moments) ->
            moments.stream()
                .filter(at -> isQuiet(at, homes.get(person)))
                .forEach(
                    at -> wrong.add(person + " at " + at + ", lives in " + homes.get(person))));
    return wrong;
  }

  /** Around the moment the zone became known, either zone counts. */
  private static boolean isQuiet(Instant at, @org.jspecify.annotations.Nullable Home home) {
    if (home == null) {
      return quietIn(COMPANY, at);
    }
    boolean before =
        at.isBefore(
            home.knownFrom().equals(Instant.MAX)
                ? Instant.MAX
                : home.knownFrom().plus(Duration.ofMinutes(20)));
    boolean after = !at.isBefore(home.knownFrom());
    return !(before && !quietIn(COMPANY, at)) && !(after && !quietIn(home.zone(), at));
  }

  private static boolean quietIn(ZoneId zone, Instant at) {
    boolean quiet = isQuiet(at.atZone(zone).toLocalTime());
    return quiet && isQuiet(at.minus(ON_THE_WAY).atZone(zone).toLocalTime());
  }

  private static boolean isQuiet(LocalTime time) {
    return !time.isBefore(QUIET_FROM) || time.isBefore(QUIET_UNTIL);
  }

  private static List<String> over(Map<String, List<Instant>> made, int cap, Duration window) {
    List<String> wrong = new ArrayList<>();
    made.forEach(
        (who, moments) -> {
          List<Instant> sorted = moments.stream().sorted(Comparator.naturalOrder()).toList();
          for (int i = cap; i < sorted.size(); i++) {
            Duration between = Duration.between(sorted.get(i - cap), sorted.get(i));
            if (between.plus(ON_THE_WAY).compareTo(window) < 0) {
              wrong.add(who + ": " + sorted.subList(i - cap, i + 1));
            }
          }
        });
    return wrong;
  }
}
