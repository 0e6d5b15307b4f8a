package dev.siyu.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where approvals are stuck: time per kind, level and person, and the money that waits. */
@RestController
class ApprovalReport {

  private static final String BY_LEVEL =
      """
      SELECT r.kind AS what, (l.number + 1)::text AS who, count(*) AS times,
        avg(extract(epoch FROM coalesce(l.ended_at, :now) - l.opened_at))::bigint AS seconds,
        max(extract(epoch FROM coalesce(l.ended_at, :now) - l.opened_at))::bigint AS longest
      FROM approval_level l JOIN approval_request r ON r.id = l.request_id
      WHERE l.opened_at > :since GROUP BY 1, 2 ORDER BY seconds DESC LIMIT 100
      """;
  private static final String BY_PERSON =
      """
      SELECT r.kind AS what, d.person AS who, count(*) AS times,
        avg(extract(epoch FROM d.at - d.waited_since))::bigint AS seconds,
        max(extract(epoch FROM d.at - d.waited_since))::bigint AS longest
      FROM approval_decision d JOIN approval_request r ON r.id = d.request_id
      WHERE d.at > :since AND d.waited_since IS NOT NULL AND d.answer <> 'ANSWER'
      GROUP BY 1, 2 ORDER BY seconds DESC LIMIT 100
      """;
  private static final String WAITING =
      """
      SELECT r.id, r.kind, r.title_zh, r.title_en, r.amount_cents, r.asked_at, l.opened_at,
        l.deadline, coalesce(array_to_string(l.groups, ','), '') AS groups
      FROM approval_request r
      LEFT JOIN approval_level l
        ON l.request_id = r.id AND l.opened_at IS NOT NULL AND l.ended_at IS NULL
      WHERE r.state = 'OPEN' ORDER BY r.asked_at LIMIT 100
      """;
  private static final String MONEY =
      """
      SELECT kind, count(*) AS requests, coalesce(sum(amount_cents), 0)::bigint AS cents
      FROM approval_request WHERE state = 'OPEN' GROUP BY kind ORDER BY cents DESC
      """;
  private static final int LONGEST = 400;

  /**
   * @param who the level's number or a person's name
   * @param seconds on average
   */
  record Time(String kind, String who, long times, long seconds, long longest) {}

  record Wait(
      String id,
      String kind,
      String titleZh,
      String titleEn,
      @Nullable Long amountCents,
      Instant askedAt,
      List<String> groups,
      @Nullable Instant since,
      @Nullable Instant deadline) {}

  /** Provisional revenue that waits for a decision. */
  record Money(String kind, long requests, long cents) {}

  record Report(List<Time> levels, List<Time> people, List<Wait> waiting, List<Money> money) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ApprovalReport(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @GetMapping("/api/approval-report")
  Report report(@RequestParam(defaultValue = "90") int days, Authentication who) {
    if (days < 1 || days > LONGEST) {
      throw Problem.BAD_INPUT.failure("days: %d (expected: 1 to %d)".formatted(days, LONGEST));
    }
    boolean seesMoney =
        who.getAuthorities().stream()
            .noneMatch(authority -> "ROLE_DESIGNER".equals(authority.getAuthority()));
    var waiting = jdbc.sql(WAITING).query((row, n) -> wait(row, seesMoney)).list();
    return new Report(
        times(BY_LEVEL, days), times(BY_PERSON, days), waiting, seesMoney ? money() : List.of());
  }

  private List<Time> times(String sql, int days) {
    var now = clock.instant();
    return jdbc.sql(sql)
        .param("since", Rows.sql(now.minus(Duration.ofDays(days))))
        .param("now", Rows.sql(now))
        .query(
            (row, n) ->
                new Time(
                    row.getString("what"),
                    row.getString("who"),
                    row.getLong("times"),
                    row.getLong("seconds"),
                    row.getLong("longest")))
        .list();
  }

  private List<Money> money() {
    return jdbc.sql(MONEY)
        .query(
            (row, n) ->
                new Money(row.getString("kind"), row.getLong("requests"), row.getLong("cents")))
        .list();
  }

  private static Wait wait(ResultSet row, boolean seesMoney) throws SQLException {
    var groups = row.getString("groups");
    return new Wait(
        "A" + row.getLong("id"),
        row.getString("kind"),
        row.getString("title_zh"),
        row.getString("title_en"),
        seesMoney ? row.getObject("amount_cents", Long.class) : null,
        Rows.moment(row, "asked_at"),
        groups.isEmpty() ? List.of() : List.of(groups.split(",")),
        Rows.instant(row, "opened_at"),
        Rows.instant(row, "deadline"));
  }
}
