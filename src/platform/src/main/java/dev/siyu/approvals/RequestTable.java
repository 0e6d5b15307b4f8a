package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalRequest.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was ever asked. */
@Component
class RequestTable {

  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(hashtextextended(:subject, 150))";
  private static final String OPEN =
      "SELECT * FROM approval_request WHERE kind = :kind AND subject = :subject AND state = 'OPEN'";
  private static final String FIND = "SELECT * FROM approval_request WHERE id = :id";
  private static final String ALL =
      """
      SELECT r.* FROM unnest(:ids) WITH ORDINALITY AS wanted (id, n)
      JOIN approval_request r ON r.id = wanted.id ORDER BY wanted.n
      """;
  private static final String INSERT =
      """
      INSERT INTO approval_request (kind, subject, title_zh, title_en, facts, content, hash,
        requested_by, requester_id, departments, amount_cents, audience, link, state, asked_at)
      VALUES (:kind, :subject, :zh, :en, :facts::jsonb, :content, :hash,
        :by, (SELECT id FROM person WHERE name = :by), :departments, :amount, :audience, :link, 'OPEN', :now)
      RETURNING id
      """;
  private static final String END =
      """
      UPDATE approval_request
         SET state = :state, ended_at = :now, deciders = :deciders, reason = :reason,
             valid_until = :validUntil
       WHERE id = :id AND state = 'OPEN'
      """;
  private static final String REDEEM =
      """
      UPDATE approval_request SET redeemed_at = :now
       WHERE id = (SELECT max(id) FROM approval_request WHERE kind = :kind AND subject = :subject)
         AND state IN ('APPROVED', 'APPROVED_BY_RULE')
         AND hash = :hash AND valid_until > :now AND redeemed_at IS NULL
      RETURNING id
      """;
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RequestTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Until the end of the transaction nobody else asks about the subject. */
  void lock(ApprovalKind kind, String subject) {
    jdbc.sql(ONE_AT_A_TIME).param("subject", kind + ":" + subject).query((row, n) -> true).single();
  }

  Optional<AskedRequest> open(ApprovalKind kind, String subject) {
    return jdbc.sql(OPEN)
        .param("kind", kind.name())
        .param("subject", subject)
        .query((row, n) -> asked(row))
        .optional();
  }

  Optional<AskedRequest> find(long id) {
    return jdbc.sql(FIND).param("id", id).query((row, n) -> asked(row)).optional();
  }

  /** In the given order. */
  List<AskedRequest> all(List<Long> ids) {
    return jdbc.sql(ALL)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> asked(row))
        .list();
  }

  /** As {@link #find}; until the end of the transaction nobody else decides on it. */
  Optional<AskedRequest> hold(long id) {
    return jdbc.sql(FIND + " FOR UPDATE").param("id", id).query((row, n) -> asked(row)).optional();
  }

  long add(ApprovalRequest request, Instant now) {
    return jdbc.sql(INSERT)
        .param("kind", request.kind().name())
        .param("subject", request.subject())
        .param("zh", request.titleZh())
        .param("en", request.titleEn())
        .param("facts", json.writeValueAsString(request.facts()))
        .param("content", request.content())
        .param("hash", DigestUtils.sha256Hex(request.content()))
        .param("by", request.requestedBy())
        .param("departments", request.departments().toArray(String[]::new))
        .param("amount", request.amountCents(), Types.BIGINT)
        .param("audience", request.audience(), Types.BIGINT)
        .param("link", request.link(), Types.VARCHAR)
        .param("now", at(now))
        .query(Long.class)
        .single();
  }

  /** False when it had ended before. */
  boolean end(
      long id,
      Ending ending,
      List<String> deciders,
      String reason,
      Instant now,
      @Nullable Instant validUntil) {
    return jdbc.sql(END)
            .param("id", id)
            .param("state", ending.name())
            .param("deciders", deciders.toArray(String[]::new))
            .param("reason", reason)
            .param("now", at(now))
            .param(
                "validUntil",
                validUntil == null ? null : at(validUntil),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  Optional<Long> redeem(ApprovalKind kind, String subject, String hash, Instant now) {
    return jdbc.sql(REDEEM)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("hash", hash)
        .param("now", at(now))
        .query(Long.class)
        .optional();
  }

  private AskedRequest asked(ResultSet row) throws SQLException {
    var state = row.getString("state");
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new AskedRequest(
        row.getLong("id"),
        request(row),
        row.getString("hash"),
        row.getObject("requester_id", Long.class),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        state.equals("OPEN") ? null : Ending.valueOf(state),
        ended == null ? null : ended.toInstant(),
        texts(row, "deciders"),
        row.getString("reason"));
  }

  private ApprovalRequest request(ResultSet row) throws SQLException {
    return new ApprovalRequest(
        ApprovalKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("title_zh"),
        row.getString("title_en"),
        json.readValue(row.getString("facts"), FACTS),
        row.getString("content"),
        row.getString("requested_by"),
        texts(row, "departments"),
        row.getObject("amount_cents", Long.class),
        row.getObject("audience", Long.class),
        row.getString("link"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
