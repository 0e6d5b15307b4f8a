package dev.siyu.rehearsalroom;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What each customer lived through, one line of JSON each. */
class Stories {

  private static final int AT_ONCE = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String CUSTOMERS =
      """
      SELECT id, coalesce(external_user_id, union_id, id) AS person FROM customer ORDER BY 2
      """;
  private static final String EVENTS =
      """
      SELECT id AS customer_id, added_at AS at, 1 AS rank, 'ADDED' AS kind, channel AS what,
        NULL AS step, NULL AS state, NULL AS why, NULL::bigint AS cents
      FROM customer WHERE id = ANY(:ids) AND added_at IS NOT NULL
      UNION ALL SELECT customer_id, paid_at, 2, 'ORDER', order_id, NULL, NULL, coupon_code,
        amount_cents FROM paid_order WHERE customer_id = ANY(:ids)
      UNION ALL SELECT customer_id, refunded_at, 3, 'REFUND', refund_id, NULL, NULL, NULL,
        amount_cents FROM refund WHERE customer_id = ANY(:ids)
      UNION ALL SELECT customer_id, asked_at, 6, 'TOUCH', medium || ' ' || content,
        journey || ' ' || step, state, coalesce(rule, reason), NULL
      FROM touchpoint WHERE customer_id = ANY(:ids)
      UNION ALL SELECT customer_id, started_at, 4, 'BEGIN', process_id, NULL, NULL, NULL, NULL
      FROM history.process_instance WHERE customer_id = ANY(:ids)
      UNION ALL SELECT customer_id, ended_at, 9, 'END', process_id, NULL, state, NULL, NULL
      FROM history.process_instance WHERE customer_id = ANY(:ids) AND ended_at IS NOT NULL
      UNION ALL SELECT i.customer_id, e.started_at, 5, 'STEP', e.element_id, i.process_id, e.state,
        NULL, NULL
      FROM history.process_instance i JOIN history.element_instance e ON e.instance_key = i.key
      WHERE i.customer_id = ANY(:ids) AND i.process_id = :processId AND e.started_at IS NOT NULL
        AND e.element_type NOT IN ('PROCESS', 'EXCLUSIVE_GATEWAY', 'PARALLEL_GATEWAY')
      """;

  private record Person(String id, String name) {}

  private record Happened(
      Instant at,
      int rank,
      String kind,
      @Nullable String what,
      @Nullable String step,
      @Nullable String state,
      @Nullable String why,
      @Nullable Long cents) {

    static final Comparator<Happened> ORDER =
        Comparator.comparing(Happened::at)
            .thenComparing(Happened::rank)
            .thenComparing(one -> String.valueOf(one.step()) + one.what());

    boolean isMade() {
      return kind.equals("TOUCH") && ("SENT".equals(state) || "QUEUED".equals(state));
    }
  }

  private final JdbcClient jdbc;
  private final TouchJournal journal;
  private final Map<String, List<Touched>> got;

  Stories(JdbcClient jdbc, TouchJournal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.got = journal.byPerson();
  }

  void write(String processId, Papers papers) {
    List<Person> all =
        jdbc.sql(CUSTOMERS)
            .query((row, n) -> new Person(row.getString("id"), row.getString("person")))
            .list();
    try (BufferedWriter out = papers.stories()) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<Person> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        Map<String, List<Happened>> lives = lives(processId, some);
        for (Person person : some) {
          out.write(line(person, lives.getOrDefault(person.id(), new ArrayList<>())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<Happened>> lives(String processId, List<Person> people) {
    Map<String, List<Happened>> lives = new LinkedHashMap<>();
    jdbc.sql(EVENTS)
        .param("ids", people.stream().map(Person::id).toArray(String[]::new))
        .param("processId", processId)
        .query(
            row -> {
              lives
                  .computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                  .add(
                      new Happened(
                          row.getObject("at", OffsetDateTime.class).toInstant(),
                          row.getInt("rank"),
                          row.getString("kind"),
                          row.getString("what"),
                          row.getString("step"),
                          row.getString("state"),
                          row.getString("why"),
                          row.getObject("cents", Long.class)));
            });
    return lives;
  }

  private String line(Person person, List<Happened> life) {
    for (Instant at : journal.replies().getOrDefault(person.name(), List.of())) {
      life.add(new Happened(at, 2, "REPLY", null, null, null, null, null));
    }
    life.sort(Happened.ORDER);
    String name = person.name().replaceFirst("^(wm|u)-", "");
    Map<String, Object> story = new LinkedHashMap<>();
    story.put("touches", life.stream().filter(Happened::isMade).count());
    story.put("refused", life.stream().filter(one -> "REFUSED".equals(one.state())).count());
    story.put("orders", life.stream().filter(one -> one.kind().equals("ORDER")).count());
    story.put("paidCents", cents(life, "ORDER") - cents(life, "REFUND"));
    story.put("digest", digest(got.getOrDefault(person.name(), List.of())));
    story.put("events", life);
    return name + "\t" + JSON.writeValueAsString(story) + "\n";
  }

  /** Over moments and contents, as they were received. */
  private static String digest(List<Touched> got) {
    CRC32 digest = new CRC32();
    got.forEach(one -> digest.update((one.line() + "\n").getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(digest.getValue());
  }

  private static long cents(List<Happened> life, String kind) {
    return life.stream()
        .filter(one -> one.kind().equals(kind))
        .map(Happened::cents)
        .mapToLong(cents -> cents == null ? 0 : cents)
        .sum();
  }
}
