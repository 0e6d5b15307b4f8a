package dev.siyu.rehearsalroom;

import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.rehearsals.Scenario;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.time.DueWork;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Managers and staff of a rehearsal: they answer after a while, always in the same way. */
class PlayedPeople implements DueWork {

  private static final List<String> DECIDERS =
      List.of("boss", "manager", "finance", "ecom", "store");

  private static final String NEXT =
      """
      SELECT least(
        (SELECT min(created_at) + make_interval(secs => :work) FROM staff_task
          WHERE ended_at IS NULL AND created_at > :worked),
        (SELECT min(opened_at) + make_interval(secs => :approve) FROM approval_level
          WHERE ended_at IS NULL AND opened_at > :decided)) AS due
      """;
  private static final String TASKS =
      """
      SELECT id, key, created_at FROM staff_task
      WHERE ended_at IS NULL AND created_at > :since AND created_at <= :until ORDER BY created_at, key
      """;

  private final JdbcClient jdbc;
  private final ApprovalInbox approvals;
  private final StaffTasks tasks;
  private final Scenario.People people;
  private final int seed;
  private volatile Instant worked = Instant.EPOCH;
  private volatile Instant decided = Instant.EPOCH;

  PlayedPeople(
      JdbcClient jdbc,
      ApprovalInbox approvals,
      StaffTasks tasks,
      Scenario.People people,
      int seed) {
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.tasks = tasks;
    this.people = people;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "played-people";
  }

  @Override
  public Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .param("work", people.workAfter().toSeconds())
        .param("approve", people.approveAfter().toSeconds())
        .param("worked", utc(worked))
        .param("decided", utc(decided))
        .query((row, n) -> Optional.ofNullable(row.getObject("due", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void runDue(Instant now) {
    work(now.minus(people.workAfter()));
    decide(now.minus(people.approveAfter()));
  }

  private void work(Instant until) {
    record Open(long id, String key) {}
    List<Open> due =
        jdbc.sql(TASKS)
            .param("since", utc(worked))
            .param("until", utc(until))
            .query((ResultSet row, int n) -> new Open(row.getLong("id"), row.getString("key")))
            .list();
    for (Open task : due) {
      if (says(people.workPercent(), task.key())) {
        tasks.act(
            task.id(), new StaffTasks.Act.Finish("排练"), new StaffTasks.Actor("rehearsal", null));
      }
    }
    worked = until;
  }

  private void decide(Instant until) {
    for (String person : DECIDERS) {
      for (ApprovalInbox.Item item : approvals.list(ApprovalInbox.Box.MINE, person, 500)) {
        approvals
            .find(item.id(), person)
            .filter(page -> isOpenSince(page, until))
            .ifPresent(page -> decide(page, person));
      }
    }
    decided = until;
  }

  private static boolean isOpenSince(ApprovalInbox.Page page, Instant until) {
    return page.levels().stream()
        .filter(level -> level.endedAt() == null)
        .map(ApprovalInbox.Level::openedAt)
        .anyMatch(opened -> opened != null && !opened.isAfter(until));
  }

  private void decide(ApprovalInbox.Page page, String person) {
    boolean yes = says(people.approvePercent(), page.request().subject());
    page.todo().stream()
        .filter(todo -> !todo.answer())
        .limit(1)
        .forEach(
            todo ->
                approvals.decide(
                    new ApprovalInbox.Choice(
                        page.id(),
                        todo.key(),
                        yes ? ApprovalInbox.Answer.APPROVE : ApprovalInbox.Answer.REJECT,
                        page.hash(),
                        "排练",
                        Map.of(),
                        ApprovalInbox.Channel.CONSOLE),
                    person));
  }

  private boolean says(int percent, String subject) {
    CRC32 hash = new CRC32();
    hash.update((seed + "|" + subject).getBytes(StandardCharsets.UTF_8));
    return Math.floorMod((hash.getValue() * 0x9E3779B97F4A7C15L) >>> 32, 100L) < percent;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
