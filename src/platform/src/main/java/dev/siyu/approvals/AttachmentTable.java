package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalAttachments.Attachment;
import dev.siyu.approvals.ApprovalAttachments.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files beside requests. */
@Component
class AttachmentTable {

  private static final String ADD =
      """
      INSERT INTO approval_attachment (request_id, name, mime, bytes, sha256, person, person_id, at)
      VALUES (:request, :name, :mime, :bytes, :sha256, :person, :personId, :now)
      ON CONFLICT (request_id, sha256) DO NOTHING
      """;
  private static final String OF =
      """
      SELECT id, name, mime, octet_length(bytes) AS size, sha256, person, at
      FROM approval_attachment WHERE request_id = :request ORDER BY id
      """;
  private static final String BYTES =
      "SELECT name, mime, bytes FROM approval_attachment WHERE request_id = :request AND id = :id";

  private final JdbcClient jdbc;

  AttachmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long request, Stored file, String sha256, Human person, Instant now) {
    jdbc.sql(ADD)
        .param("request", request)
        .param("name", file.name())
        .param("mime", file.mime())
        .param("bytes", file.bytes())
        .param("sha256", sha256)
        .param("person", person.name())
        .param("personId", person.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Attachment> of(long request) {
    return jdbc.sql(OF).param("request", request).query((row, n) -> attachment(row)).list();
  }

  Optional<Stored> bytes(long request, long id) {
    return jdbc.sql(BYTES)
        .param("request", request)
        .param("id", id)
        .query(
            (row, n) ->
                new Stored(row.getString("name"), row.getString("mime"), row.getBytes("bytes")))
        .optional();
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getLong("id"),
        row.getString("name"),
        row.getString("mime"),
        row.getInt("size"),
        row.getString("sha256"),
        row.getString("person"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
