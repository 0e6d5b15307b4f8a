package dev.siyu.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The ledger against the calls that the outside really received. */
final class LedgerChecks {

  /** Made: a SENT or QUEUED was recorded, whatever came after (confirmed, declined, expired). */
  private static final String MADE =
      """
      select t.medium, t.provider_id, t.content, c.external_user_id as person,
        t.customer_id || '/' || t.journey || '/' || t.step || '/' || t.occurrence as touch,
        substring(convert_from(e.body, 'UTF8') from 'WelcomeCode><!\\[CDATA\\[([^]]*)') as code,
        t.state, exists (select 1 from touchpoint_event v
          where v.touchpoint_id = t.id and v.state in ('SENT', 'QUEUED')) as made
      from touchpoint t join customer c on c.id = t.customer_id
      left join inbox_event e on t.medium = 'WELCOME' and 'e' || e.id = t.occurrence
      """;

  /** Completed jobs of the three kinds of touch that left no row in the ledger. */
  private static final String JOBS_WITHOUT_TOUCH =
      """
      select j.key || ' ' || i.customer_id || ' ' || j.element_id
      from history.job j join history.process_instance i on i.key = j.instance_key
      where j.state = 'COMPLETED' and j.type in ('send-message', 'issue-coupon', 'mark-tags')
        and not exists (select 1 from touchpoint t where t.customer_id = i.customer_id
          and t.journey = i.process_id and t.step = j.element_id)
      """;

  private static final String ADDS_WITHOUT_WELCOME =
      """
      select 'event ' || e.id from inbox_event e where e.needs_welcome and not exists
        (select 1 from touchpoint t where t.medium = 'WELCOME' and t.occurrence = 'e' || e.id)
      """;
  private static final String BROKEN_STORY =
      """
      select t.id || ' stands ' || t.state || ', last event says ' || coalesce(e.state, 'nothing')
      from touchpoint t left join lateral (select state from touchpoint_event
        where touchpoint_id = t.id order by id desc limit 1) e on true
      where e.state is distinct from t.state
      """;
  private static final String WITHOUT_REASON =
      """
      select id || ' ' || state from touchpoint
      where state in ('REFUSED', 'DECLINED', 'FAILED', 'EXPIRED', 'UNKNOWN')
        and (rule is null or reason is null)
      """;
  private static final List<String> KINDS =
      List.of("send_welcome_msg", "add_msg_template", "coupons", "mark_tag");

  private LedgerChecks() {}

  static List<Finding> all(Tables tables, Outside outside, Api api) {
    List<Finding> found = new ArrayList<>();
    found.add(equation(api));
    found.add(
        Finding.none(
            "every touch asked by a job is in the ledger", tables.texts(JOBS_WITHOUT_TOUCH)));
    found.add(
        Finding.none(
            "every add has its welcome in the ledger", tables.texts(ADDS_WITHOUT_WELCOME)));
    found.add(
        Finding.none("every state is the last event of its touch", tables.texts(BROKEN_STORY)));
    found.add(
        Finding.none(
            "nothing is refused or unclear without a reason", tables.texts(WITHOUT_REASON)));
    found.addAll(sets(tables, outside));
    return found;
  }

  private static Finding equation(Api api) {
    JsonNode touches = api.get("/api/overview").path("touches");
    long asked = touches.path("asked").asLong(-1);
    long sum = 0;
    for (String part :
        List.of("made", "queued", "refused", "declined", "failed", "unknown", "pending")) {
      sum += touches.path(part).asLong(0);
    }
    return new Finding(
        "asked = made + refused + pending",
        touches.toString(),
        asked == sum ? List.of() : List.of("asked " + asked + ", the parts are " + sum));
  }

  /** Natural keys: welcome code, msgid, idempotency key, person and tags. */
  private static List<Finding> sets(Tables tables, Outside outside) {
    Map<String, Map<String, Long>> made = new HashMap<>();
    Map<String, Long> unknown = new TreeMap<>();
    for (Map<String, Object> row : tables.rows(MADE)) {
      String medium = String.valueOf(row.get("medium"));
      String key = key(medium, row);
      if (Boolean.TRUE.equals(row.get("made"))) {
        made.computeIfAbsent(medium, m -> new TreeMap<>()).merge(key, 1L, Long::sum);
      } else if ("UNKNOWN".equals(row.get("state")) || "PENDING".equals(row.get("state"))) {
        unknown.merge(medium + " " + key, 1L, Long::sum);
      }
    }
    Map<String, Map<String, Long>> received = new HashMap<>();
    outside.calls(String.join(",", KINDS)).stream()
        .filter(Outside.Call::took)
        .forEach(
            call ->
                received
                    .computeIfAbsent(medium(call.kind()), m -> new TreeMap<>())
                    .merge(key(call), 1L, Long::sum));
    List<Finding> found = new ArrayList<>();
    for (String medium : List.of("WELCOME", "MASS_SEND", "COUPON", "TAG")) {
      Map<String, Long> ours = made.getOrDefault(medium, Map.of());
      Map<String, Long> theirs = new TreeMap<>(received.getOrDefault(medium, Map.of()));
      forgive(medium, ours, theirs, unknown);
      found.add(
          Finding.sameSets(
              medium + ": what the ledger says was made is what the outside received, once each",
              ours,
              theirs));
    }
    found.add(
        new Finding(
            "touches whose end nobody knows are listed, never repeated",
            unknown.size() + " " + unknown.keySet(),
            List.of()));
    return found;
  }

  /** A touch the ledger calls unknown may or may not have reached the outside: once at most. */
  private static void forgive(
      String medium, Map<String, Long> ours, Map<String, Long> theirs, Map<String, Long> unknown) {
    Map<String, Long> left = new TreeMap<>(unknown);
    for (String key : List.copyOf(theirs.keySet())) {
      String nameless = medium.equals("MASS_SEND") ? "null" + key.substring(key.indexOf(' ')) : key;
      long more = theirs.getOrDefault(key, 0L) - ours.getOrDefault(key, 0L);
      long free = left.getOrDefault(medium + " " + nameless, 0L);
      if (more > 0 && more <= free) {
        left.put(medium + " " + nameless, free - more);
        theirs.compute(key, (k, n) -> ours.get(k));
      }
    }
  }

  private static String medium(String kind) {
    return switch (kind) {
      case "send_welcome_msg" -> "WELCOME";
      case "add_msg_template" -> "MASS_SEND";
      case "coupons" -> "COUPON";
      default -> "TAG";
    };
  }

  private static String key(String medium, Map<String, Object> row) {
    return switch (medium) {
      case "WELCOME" -> String.valueOf(row.get("code"));
      case "MASS_SEND" -> row.get("provider_id") + " " + row.get("person");
      case "COUPON" -> String.valueOf(row.get("touch"));
      default -> row.get("person") + " " + added(String.valueOf(row.get("content")));
    };
  }

  private static String key(Outside.Call call) {
    return switch (call.kind()) {
      case "send_welcome_msg" -> call.text("welcomeCode");
      case "add_msg_template" -> call.text("msgId") + " " + call.text("externalUserIds");
      case "coupons" -> call.text("idempotencyKey");
      default -> call.text("externalUserId") + " " + call.text("added");
    };
  }

  /** "+a,b -c" as the ledger writes a change of tags: "a,b". */
  private static String added(String content) {
    String plus = content.startsWith("+") ? content.substring(1) : content;
    int minus = plus.indexOf(" -");
    return minus < 0 ? plus : plus.substring(0, minus);
  }
}
