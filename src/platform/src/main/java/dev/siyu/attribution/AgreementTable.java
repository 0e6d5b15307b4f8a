package dev.siyu.attribution;

import dev.siyu.attribution.Agreements.State;
import dev.siyu.attribution.Agreements.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements as rows; every change of state stands here and names the state it starts from. */
@Component
class AgreementTable {

  private static final String IN_FORCE =
      "SELECT id, terms, from_day, until_day FROM agreement WHERE state IN ('IN_FORCE', 'ENDED')";
  private static final String FIND = "SELECT * FROM agreement WHERE id = :id";
  private static final String LIST =
      """
      SELECT * FROM agreement a WHERE CAST(:department AS text) IS NULL OR EXISTS (
        SELECT FROM agreement_party p WHERE p.agreement_id = a.id AND p.department = :department)
      ORDER BY from_day DESC, length(id) DESC, id DESC LIMIT 500
      """;
  private static final String NEXT = "SELECT 'G' || nextval('agreement_number')";
  private static final String INSERT =
      """
      INSERT INTO agreement (id, replaces, version, title, scope, state, terms, hash, from_day,
        until_day, drafted_by, drafted_at, changed_at)
      VALUES (:id, :replaces, coalesce((SELECT max(version) FROM agreement
          WHERE id = :replaces), 0) + 1, :title, :scope, 'DRAFT', :terms, :hash, :from, :until,
        :actor, :now, :now)
      """;
  private static final String EDIT =
      """
      UPDATE agreement SET title = :title, scope = :scope, terms = :terms, hash = :hash,
        from_day = :from, until_day = :until, changed_at = :now
      WHERE id = :id AND state = 'DRAFT' AND drafted_by = :actor
      """;
  private static final String FORGET_PARTIES =
      "DELETE FROM agreement_party WHERE agreement_id = :id";
  private static final String PARTY =
      """
      INSERT INTO agreement_party (agreement_id, department, signs)
      SELECT :id, name, name = ANY (:signers) FROM unnest(:names) AS n (name)
      """;
  private static final String ASKED =
      """
      UPDATE agreement SET state = 'ASKED', asked_by = :actor, asked_at = :now, changed_at = :now
      WHERE id = :id AND state = 'DRAFT' AND drafted_by = :actor
      """;
  private static final String REQUEST = "UPDATE agreement SET request_id = :request WHERE id = :id";
  private static final String REJECTED =
      """
      UPDATE agreement SET state = 'REJECTED', decided_at = :now, decided_by = :deciders,
        note = :note, changed_at = :now
      WHERE id = :id AND state = 'ASKED'
      """;

  /** Gives way from the day the next one begins. */
  private static final String END_OTHERS =
      """
      UPDATE agreement SET state = 'ENDED', until_day = :from, changed_at = :now
      WHERE scope = :scope AND state = 'IN_FORCE' AND from_day < :from
        AND (until_day IS NULL OR until_day > :from)
      """;

  private static final String IN_THE_WAY =
      """
      SELECT id FROM agreement WHERE scope = :scope AND state IN ('IN_FORCE', 'ENDED')
        AND (from_day >= :from OR state = 'ENDED')
        AND daterange(from_day, until_day) && daterange(:from, CAST(:until AS date)) LIMIT 1
      """;
  private static final String IN_EFFECT =
      """
      UPDATE agreement SET state = 'IN_FORCE', from_day = :from, decided_at = :now,
        decided_by = :deciders, note = :note, changed_at = :now
      WHERE id = :id AND state = 'ASKED'
      """;

  private final JdbcClient jdbc;

  AgreementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  InForce inForce(ZoneId zone) {
    return new InForce(
        jdbc.sql(IN_FORCE)
            .query(
                (row, n) ->
                    new InForce.Period(
                        new Agreement(
                            row.getString("id"), Json.read(row.getString("terms"), Terms.class)),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
            .list(),
        zone);
  }

  Optional<View> find(String id) {
    return jdbc.sql(FIND).param("id", id).query((row, n) -> view(row)).optional();
  }

  List<View> list(@Nullable String department) {
    return jdbc.sql(LIST).param("department", department).query((row, n) -> view(row)).list();
  }

  String insert(Terms terms, @Nullable String replaces, String actor, Instant now) {
    var id = jdbc.sql(NEXT).query(String.class).single();
    bound(INSERT, id, terms, actor, now).param("replaces", replaces).update();
    parties(id, terms);
    return id;
  }

  boolean edit(String id, Terms terms, String actor, Instant now) {
    boolean isDraft = bound(EDIT, id, terms, actor, now).update() == 1;
    if (isDraft) {
      parties(id, terms);
    }
    return isDraft;
  }

  boolean asked(String id, String actor, Instant now) {
    return jdbc.sql(ASKED).param("id", id).param("actor", actor).param("now", sql(now)).update()
        == 1;
  }

  void request(String id, String request) {
    jdbc.sql(REQUEST).param("id", id).param("request", request).update();
  }

  boolean rejected(String id, List<String> deciders, String note, Instant now) {
    return decided(REJECTED, id, deciders, note, now).update() == 1;
  }

  /** Another agreement of the scope that does not simply give way. */
  Optional<String> inTheWay(View agreement, LocalDate from) {
    return jdbc.sql(IN_THE_WAY)
        .param("scope", agreement.terms().scope())
        .param("from", from)
        .param("until", agreement.terms().to())
        .query(String.class)
        .optional();
  }

  boolean takesEffect(
      View agreement, LocalDate from, List<String> deciders, String note, Instant now) {
    jdbc.sql(END_OTHERS)
        .param("scope", agreement.terms().scope())
        .param("from", from)
        .param("now", sql(now))
        .update();
    return decided(IN_EFFECT, agreement.id(), deciders, note, now).param("from", from).update()
        == 1;
  }

  private JdbcClient.StatementSpec decided(
      String statement, String id, List<String> deciders, String note, Instant now) {
    return jdbc.sql(statement)
        .param("id", id)
        .param("deciders", deciders.toArray(String[]::new))
        .param("note", note)
        .param("now", sql(now));
  }

  private JdbcClient.StatementSpec bound(
      String statement, String id, Terms terms, String actor, Instant now) {
    var text = Json.canonical(terms);
    return jdbc.sql(statement)
        .param("id", id)
        .param("title", terms.title())
        .param("scope", terms.scope())
        .param("terms", text)
        .param("hash", DigestUtils.sha256Hex(text))
        .param("from", terms.from())
        .param("until", terms.to())
        .param("actor", actor)
        .param("now", sql(now));
  }

  private void parties(String id, Terms terms) {
    jdbc.sql(FORGET_PARTIES).param("id", id).update();
    jdbc.sql(PARTY)
        .param("id", id)
        .param("names", terms.departments().toArray(String[]::new))
        .param("signers", terms.signers().toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static View view(ResultSet row) throws SQLException {
    return new View(
        row.getString("id"),
        row.getString("replaces"),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        Json.read(row.getString("terms"), Terms.class),
        row.getString("hash"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        row.getString("drafted_by"),
        BoughtTable.moment(row, "drafted_at"),
        row.getString("asked_by"),
        BoughtTable.instant(row, "asked_at"),
        row.getString("request_id"),
        BoughtTable.instant(row, "decided_at"),
        List.of((String[]) row.getArray("decided_by").getArray()),
        row.getString("note"));
  }
}
