package dev.siyu.launches;

import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.launches.Launches.Wish;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Launches in the database; every change of state is guarded here. */
@Component
class LaunchTable {

  private static final String ASK =
      """
      INSERT INTO launch (process_id, state, xml, fingerprint, comment, audience, percent, tag,
        then_all, starts_at, quiet_days, people, content_hash, asked_by, asked_at)
      VALUES (:processId, 'ASKED', :xml, :fingerprint, :comment, :audience, :percent, :tag,
        :thenAll, :startsAt, :quietDays, :people, repeat('0', 64), :actor, :now)
      RETURNING id
      """;
  private static final String EDIT =
      """
      UPDATE launch SET state = 'ASKED', xml = :xml, fingerprint = :fingerprint,
        comment = :comment, audience = :audience, percent = :percent, tag = :tag,
        then_all = :thenAll, starts_at = :startsAt, quiet_days = :quietDays, people = :people,
        asked_by = :actor, asked_at = :now
      WHERE id = :id AND process_id = :processId AND state IN ('ASKED', 'APPROVED')
      """;
  private static final String BOUND =
      "UPDATE launch SET approval_id = :approval, content_hash = :hash WHERE id = :id";
  private static final String MOVE =
      """
      UPDATE launch SET state = :to,
        ended_at = CASE WHEN :ends THEN :now ELSE ended_at END
      WHERE id = :id AND state = ANY (:from) AND (:hash::text IS NULL OR content_hash = :hash)
      """;
  private static final String PLACED =
      """
      UPDATE launch SET state = :to, version = :version, definition_key = :definition,
        messages = :messages, base_version = :baseVersion, base_checksum = :baseChecksum,
        canary_since = CASE WHEN :ends THEN canary_since ELSE :now END,
        ended_at = CASE WHEN :ends THEN :now END
      WHERE id = :id AND state IN ('PLACING', 'WIDENING')
      """;
  private static final String LOOKED = "UPDATE launch SET looked_at = :now WHERE id = :id";
  private static final String WITHOUT_DRAWING =
      """
      SELECT id, process_id, state, '' AS xml, fingerprint, comment, audience, percent, tag,
        then_all, starts_at, quiet_days, people, asked_by, asked_at, approval_id, version,
        definition_key, base_version, base_checksum, canary_since, looked_at, ended_at FROM launch
      """;
  private static final String LIST =
      WITHOUT_DRAWING
          + """
          WHERE :processId::text IS NULL OR process_id = :processId ORDER BY id DESC LIMIT 200
          """;
  private static final String IN_STATE =
      WITHOUT_DRAWING + "WHERE state = ANY (:states) ORDER BY id";
  private static final String HOLD =
      "SELECT id FROM launch WHERE id = :id AND state IN ('PLACING', 'WIDENING') FOR UPDATE";

  /**
   * What the engine took.
   *
   * @param messages start messages the canary takes from; empty when it is for all
   */
  record Placed(
      int version,
      long definitionKey,
      Set<String> messages,
      @Nullable Integer baseVersion,
      @Nullable String baseChecksum) {}

  private final JdbcClient jdbc;

  LaunchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when another one of the journey is open. */
  Optional<Long> ask(
      String processId, Wish wish, String fingerprint, long people, String actor, Instant now) {
    try {
      return wished(jdbc.sql(ASK), processId, wish, fingerprint, people, actor, now)
          .query(Long.class)
          .optional();
    } catch (DuplicateKeyException open) {
      return Optional.empty();
    }
  }

  boolean edit(
      long id,
      String processId,
      Wish wish,
      String fingerprint,
      long people,
      String actor,
      Instant now) {
    return wished(jdbc.sql(EDIT), processId, wish, fingerprint, people, actor, now)
            .param("id", id)
            .update()
        == 1;
  }

  private static StatementSpec wished(
      StatementSpec sql,
      String processId,
      Wish wish,
      String fingerprint,
      long people,
      String actor,
      Instant now) {
    return sql.param("processId", processId)
        .param("xml", wish.xml())
        .param("fingerprint", fingerprint)
        .param("comment", wish.comment())
        .param("audience", wish.audience().name())
        .param("percent", wish.percent())
        .param("tag", wish.tag())
        .param("thenAll", wish.thenAll())
        .param(
            "startsAt", wish.startsAt() == null ? null : wish.startsAt().atOffset(ZoneOffset.UTC))
        .param("quietDays", wish.quietDays().stream().map(Date::valueOf).toArray(Date[]::new))
        .param("people", people)
        .param("actor", actor)
        .param("now", now.atOffset(ZoneOffset.UTC));
  }

  void bind(long id, String approval, String hash) {
    jdbc.sql(BOUND).param("id", id).param("approval", approval).param("hash", hash).update();
  }

  /** False when it is in none of the states, or another content was meant. */
  boolean move(
      long id, Collection<LaunchState> from, LaunchState to, @Nullable String hash, Instant now) {
    return jdbc.sql(MOVE)
            .param("id", id)
            .param("from", from.stream().map(Enum::name).toArray(String[]::new))
            .param("to", to.name())
            .param("hash", hash)
            .param("ends", !to.isOpen())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean placed(long id, LaunchState to, Placed placed, Instant now) {
    return jdbc.sql(PLACED)
            .param("id", id)
            .param("to", to.name())
            .param("version", placed.version())
            .param("definition", placed.definitionKey())
            .param("messages", placed.messages().toArray(String[]::new))
            .param("baseVersion", placed.baseVersion())
            .param("baseChecksum", placed.baseChecksum())
            .param("ends", !to.isOpen())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void looked(long id, Instant now) {
    jdbc.sql(LOOKED).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  Optional<Launch> find(long id) {
    return jdbc.sql("SELECT * FROM launch WHERE id = :id")
        .param("id", id)
        .query(LaunchTable::row)
        .optional();
  }

  String hash(long id) {
    return jdbc.sql("SELECT content_hash FROM launch WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  List<Launch> list(@Nullable String processId) {
    return jdbc.sql(LIST).param("processId", processId).query(LaunchTable::row).list();
  }

  /** Without their drawings. */
  List<Launch> in(LaunchState... states) {
    var names = Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    return jdbc.sql(IN_STATE).param("states", names).query(LaunchTable::row).list();
  }

  /** Nobody changes its state until the caller's transaction ends; false when somebody has. */
  boolean hold(long id) {
    return jdbc.sql(HOLD).param("id", id).query(Long.class).optional().isPresent();
  }

  private static Launch row(ResultSet row, int number) throws SQLException {
    var days = (Date[]) row.getArray("quiet_days").getArray();
    var wish =
        new Wish(
            row.getString("xml"),
            row.getString("comment"),
            Audience.valueOf(row.getString("audience")),
            row.getInt("percent"),
            row.getString("tag"),
            row.getBoolean("then_all"),
            instant(row, "starts_at"),
            Arrays.stream(days).map(LaunchTable::day).toList());
    return new Launch(
        row.getLong("id"),
        row.getString("process_id"),
        LaunchState.valueOf(row.getString("state")),
        wish,
        row.getString("fingerprint"),
        row.getLong("people"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("approval_id"),
        (Integer) row.getObject("version"),
        (Long) row.getObject("definition_key"),
        (Integer) row.getObject("base_version"),
        row.getString("base_checksum"),
        instant(row, "canary_since"),
        instant(row, "looked_at"),
        instant(row, "ended_at"));
  }

  private static LocalDate day(Date date) {
    return date.toLocalDate();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
