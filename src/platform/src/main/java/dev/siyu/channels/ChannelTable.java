package dev.siyu.channels;

import dev.siyu.channels.ChannelDesk.Draft;
import dev.siyu.channels.ChannelDesk.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of channels, their time slices, and what was decided about them. */
@Component
class ChannelTable {

  private static final String INSERT =
      """
      INSERT INTO channel (code, name, hook, welcome_content, team)
      VALUES (:code, :name, :hook, :welcome, :team) ON CONFLICT DO NOTHING
      """;
  private static final String UPDATE =
      """
      UPDATE channel SET name = :name, hook = :hook, welcome_content = :welcome, team = :team
      WHERE code = :code
      """;
  private static final String SLICE =
      "INSERT INTO channel_welcome (channel, begins, content) VALUES (:code, :begins, :content)";
  private static final String RETIRE =
      "UPDATE channel SET retired_at = :now WHERE code = :code AND retired_at IS NULL";
  private static final String NOTE =
      """
      INSERT INTO channel_event (channel, at, what, who, note)
      VALUES (:code, :now, :what, :who, :note)
      """;
  private static final String ADDS_TODAY =
      """
      SELECT channel, count(*) AS adds FROM customer_staff s
      WHERE since >= :from AND channel IS NOT NULL
        AND NOT EXISTS (SELECT FROM customer_staff o
          WHERE o.customer_id = s.customer_id AND o.until = s.since)
      GROUP BY channel
      """;
  private static final String HAS_TEXT =
      "SELECT EXISTS (SELECT FROM content WHERE key = :key AND state = 'APPROVED')";

  /** A channel with its slices. */
  record Row(String code, Draft draft, @Nullable Instant retiredAt) {}

  private record SliceOf(String channel, LocalTime begins, String content) {}

  private final JdbcClient jdbc;

  ChannelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> all() {
    Map<String, List<Slice>> slices =
        jdbc
            .sql("SELECT channel, begins, content FROM channel_welcome ORDER BY channel, begins")
            .query(SliceOf.class)
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    SliceOf::channel,
                    Collectors.mapping(
                        one -> new Slice(one.begins(), one.content()), Collectors.toList())));
    return jdbc.sql("SELECT * FROM channel ORDER BY retired_at NULLS FIRST, code")
        .query((row, n) -> row(row, slices))
        .list();
  }

  private static Row row(ResultSet row, Map<String, List<Slice>> slices) throws SQLException {
    var code = row.getString("code");
    var retired = row.getObject("retired_at", OffsetDateTime.class);
    return new Row(
        code,
        new Draft(
            row.getString("name"),
            row.getString("hook"),
            row.getString("welcome_content"),
            slices.getOrDefault(code, List.of()),
            Objects.requireNonNullElse(LiveCodeTable.texts(row.getArray("team")), List.of())),
        retired == null ? null : retired.toInstant());
  }

  boolean insert(String code, Draft draft) {
    return write(INSERT, code, draft);
  }

  boolean update(String code, Draft draft) {
    return write(UPDATE, code, draft);
  }

  private boolean write(String sql, String code, Draft draft) {
    boolean written =
        jdbc.sql(sql)
                .param("code", code)
                .param("name", draft.name())
                .param("hook", draft.hook())
                .param("welcome", draft.welcome())
                .param("team", draft.team().isEmpty() ? null : draft.team().toArray(String[]::new))
                .update()
            == 1;
    if (written) {
      jdbc.sql("DELETE FROM channel_welcome WHERE channel = :code").param("code", code).update();
      draft
          .slices()
          .forEach(
              slice ->
                  jdbc.sql(SLICE)
                      .param("code", code)
                      .param("begins", slice.begins())
                      .param("content", slice.content())
                      .update());
    }
    return written;
  }

  boolean retire(String code, Instant now) {
    return jdbc.sql(RETIRE).param("code", code).param("now", now.atOffset(ZoneOffset.UTC)).update()
        == 1;
  }

  void note(String code, String what, String who, String note, Instant now) {
    jdbc.sql(NOTE)
        .param("code", code)
        .param("what", what)
        .param("who", who)
        .param("note", note)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Adds since {@code from}, per channel; who was handed over is no add. */
  Map<String, Integer> addsSince(Instant from) {
    return jdbc
        .sql(ADDS_TODAY)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Map.entry(row.getString("channel"), row.getInt("adds")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean hasText(String contentKey) {
    return jdbc.sql(HAS_TEXT).param("key", contentKey).query(Boolean.class).single();
  }
}
