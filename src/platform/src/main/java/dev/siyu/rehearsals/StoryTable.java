package dev.siyu.rehearsals;

import dev.siyu.rehearsals.Rehearsals.Difference;
import dev.siyu.rehearsals.Rehearsals.Guest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table rehearsal_story. */
@Component
class StoryTable {

  private static final String ADD =
      """
      INSERT INTO rehearsal_story
        (rehearsal_id, customer, story, touches, refused, orders, paid_cents, digest)
      SELECT :id, :customer, s.story, (s.story ->> 'touches')::int, (s.story ->> 'refused')::int,
        (s.story ->> 'orders')::int, (s.story ->> 'paidCents')::bigint, s.story ->> 'digest'
      FROM (SELECT :story::jsonb AS story) s
      """;
  private static final String STORY =
      """
      SELECT story::text FROM rehearsal_story WHERE rehearsal_id = :id AND customer = :customer
      """;
  private static final String GUESTS =
      """
      SELECT customer, touches, refused, orders, paid_cents FROM rehearsal_story
      WHERE rehearsal_id = :id AND (:search::text IS NULL OR customer LIKE '%' || :search || '%')
      ORDER BY touches DESC, customer LIMIT :limit
      """;
  private static final String OLD =
      """
      DELETE FROM rehearsal_story s USING rehearsal r WHERE r.id = s.rehearsal_id
        AND r.ended_at IS NOT NULL AND (r.state <> 'DONE' OR r.ended_at < :before
        OR r.id IN (SELECT id FROM rehearsal WHERE state = 'DONE' ORDER BY id DESC OFFSET :keep))
      """;
  private static final String BOTH =
      """
      SELECT count(DISTINCT customer) FROM rehearsal_story WHERE rehearsal_id IN (:one, :other)
      """;
  private static final String DIFFERING =
      """
      WITH a AS (SELECT * FROM rehearsal_story WHERE rehearsal_id = :one),
        b AS (SELECT * FROM rehearsal_story WHERE rehearsal_id = :other)
      SELECT coalesce(a.customer, b.customer) AS who,
        a.customer AS a_customer, a.touches AS a_touches, a.refused AS a_refused,
        a.orders AS a_orders, a.paid_cents AS a_paid_cents,
        b.customer AS b_customer, b.touches AS b_touches, b.refused AS b_refused,
        b.orders AS b_orders, b.paid_cents AS b_paid_cents,
        count(*) OVER () AS n
      FROM a FULL JOIN b ON b.customer = a.customer
      WHERE a.digest IS DISTINCT FROM b.digest
      ORDER BY abs(coalesce(a.touches, 0) - coalesce(b.touches, 0)) DESC, 1 LIMIT :limit
      """;

  /** The first that differ, and how many do. */
  record Differing(int count, List<Difference> first) {}

  private final JdbcClient jdbc;

  StoryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long id, String customer, String story) {
    jdbc.sql(ADD).param("id", id).param("customer", customer).param("story", story).update();
  }

  Optional<String> story(long id, String customer) {
    return jdbc.sql(STORY)
        .param("id", id)
        .param("customer", customer)
        .query(String.class)
        .optional();
  }

  List<Guest> guests(long id, @Nullable String search, int limit) {
    return jdbc.sql(GUESTS)
        .param("id", id)
        .param("search", search, java.sql.Types.VARCHAR)
        .param("limit", limit)
        .query((row, n) -> guest(row, ""))
        .list();
  }

  /** All but the newest that came to their end, and what ended before. */
  void dropOld(int keep, Instant before) {
    jdbc.sql(OLD).param("keep", keep).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }

  int customers(long one, long other) {
    return jdbc.sql(BOTH).param("one", one).param("other", other).query(Integer.class).single();
  }

  Differing differing(long one, long other, int limit) {
    int[] count = new int[1];
    var first =
        jdbc.sql(DIFFERING)
            .param("one", one)
            .param("other", other)
            .param("limit", limit)
            .query(
                (row, n) -> {
                  count[0] = row.getInt("n");
                  return new Difference(
                      row.getString("who"),
                      row.getString("a_customer") == null ? null : guest(row, "a_"),
                      row.getString("b_customer") == null ? null : guest(row, "b_"));
                })
            .list();
    return new Differing(count[0], first);
  }

  private static Guest guest(ResultSet row, String prefix) throws SQLException {
    return new Guest(
        row.getString(prefix + "customer"),
        row.getInt(prefix + "touches"),
        row.getInt(prefix + "refused"),
        row.getInt(prefix + "orders"),
        row.getLong(prefix + "paid_cents"));
  }
}
