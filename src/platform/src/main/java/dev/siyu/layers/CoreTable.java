package dev.siyu.layers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the core circle. The only place that changes a membership's state. */
@Component
class CoreTable {

  enum State {
    INVITED,
    MEMBER,
    OUT
  }

  /** Why a membership is as it is. */
  enum Why {
    QUALIFIED,
    ACCEPTED,
    SILENT,
    REFUNDED,
    WARNED,
    RECOVERED,
    DEMOTED,
    LEFT,
    REMOVED,
    MERGED
  }

  /** A change, with its reason in words and who did it. */
  record Change(Why why, String note, String actor, Instant at) {}

  record Member(
      State state,
      int invitation,
      String staffUserId,
      @Nullable String operator,
      boolean warned,
      @Nullable Long reviewKey,
      CoreCircle.@Nullable Verdict verdict) {

    String entry() {
      return "core" + invitation;
    }
  }

  private static final String FIND = "SELECT * FROM core_member WHERE customer_id = :id";
  private static final String INVITE =
      """
      INSERT INTO core_member (customer_id, state, why, invitation, staff_user_id, operator,
        invited_at, changed_at)
      VALUES (:id, 'INVITED', :why, 1, :staff, :operator, :at, :at)
      ON CONFLICT (customer_id) DO UPDATE SET state = 'INVITED', why = excluded.why,
        invitation = core_member.invitation + 1, staff_user_id = excluded.staff_user_id,
        operator = excluded.operator, invited_at = excluded.invited_at, joined_at = NULL,
        left_at = NULL, warned_at = NULL, invite_after = NULL, review_key = NULL, verdict = NULL,
        origin_id = NULL, changed_at = excluded.changed_at
      WHERE core_member.state = 'OUT'
      """;
  private static final String JOIN =
      """
      UPDATE core_member SET state = 'MEMBER', why = :why, joined_at = :at, changed_at = :at
      WHERE customer_id = :id AND state = 'INVITED'
      """;
  private static final String LEAVE =
      """
      UPDATE core_member SET state = 'OUT', why = :why, left_at = :at, invite_after = :after,
        changed_at = :at
      WHERE customer_id = :id AND state <> 'OUT'
      """;
  private static final String REVIEWED =
      """
      UPDATE core_member SET review_key = :key, verdict = :verdict,
        warned_at = CASE WHEN :verdict = 'WARN' THEN :at ELSE NULL END
      WHERE customer_id = :id
      """;
  private static final String MOVED =
      """
      INSERT INTO core_move (customer_id, from_state, to_state, why, note, operator, actor, at)
      VALUES (:id, :from, :to, :why, :note, :operator, :actor, :at)
      """;
  private static final String LOAD =
      """
      SELECT operator, count(*)::int AS members FROM core_member
      WHERE state <> 'OUT' AND operator IS NOT NULL GROUP BY operator
      """;
  private static final String TAG_DUE =
      "UPDATE customer_layer SET tag_due_at = :at WHERE customer_id = :id";

  private final JdbcClient jdbc;

  CoreTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Member> find(String id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .query(
            (row, n) ->
                new Member(
                    State.valueOf(row.getString("state")),
                    row.getInt("invitation"),
                    row.getString("staff_user_id"),
                    row.getString("operator"),
                    row.getObject("warned_at") != null,
                    row.getObject("review_key", Long.class),
                    row.getString("verdict") == null
                        ? null
                        : CoreCircle.Verdict.valueOf(row.getString("verdict"))))
        .optional();
  }

  boolean invite(String id, String staff, String operator, Change change) {
    int done =
        jdbc.sql(INVITE)
            .param("id", id)
            .param("why", change.why().name())
            .param("staff", staff)
            .param("operator", operator)
            .param("at", utc(change.at()))
            .update();
    return done == 1 && noted(id, State.OUT, State.INVITED, operator, change);
  }

  boolean join(String id, Member member, Change change) {
    int done =
        jdbc.sql(JOIN)
            .param("id", id)
            .param("why", change.why().name())
            .param("at", utc(change.at()))
            .update();
    return done == 1 && noted(id, State.INVITED, State.MEMBER, member.operator(), change);
  }

  boolean leave(String id, Member member, Instant inviteAfter, Change change) {
    int done =
        jdbc.sql(LEAVE)
            .param("id", id)
            .param("why", change.why().name())
            .param("after", utc(inviteAfter))
            .param("at", utc(change.at()))
            .update();
    return done == 1 && noted(id, member.state(), State.OUT, member.operator(), change);
  }

  /** Remembers the verdict under the asking step's key; a warning is cleared by any other. */
  void reviewed(String id, long key, CoreCircle.Verdict verdict, Instant at) {
    jdbc.sql(REVIEWED)
        .param("id", id)
        .param("key", key)
        .param("verdict", verdict.name())
        .param("at", utc(at))
        .update();
  }

  boolean noted(String id, State from, State to, @Nullable String operator, Change change) {
    jdbc.sql(MOVED)
        .param("id", id)
        .param("from", from.name())
        .param("to", to.name())
        .param("why", change.why().name())
        .param("note", change.note())
        .param("operator", operator, java.sql.Types.VARCHAR)
        .param("actor", change.actor())
        .param("at", utc(change.at()))
        .update();
    return true;
  }

  /** Members and open invitations by operator. */
  Map<String, Integer> load() {
    return jdbc
        .sql(LOAD)
        .query((row, n) -> Map.entry(row.getString("operator"), row.getInt("members")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void tagDue(String id, Instant at) {
    jdbc.sql(TAG_DUE).param("id", id).param("at", utc(at)).update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
