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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Managers and staff of a rehearsal: they answer after a while, always in the same way. */
class PlayedPeople implements DueWork {

  /** About a minute of the ticker; a task opens a moment after its level. */
  private static final int MOST_TRIES = 300;

  private static final List<String> DECIDERS =
      List.of("boss", "manager", "finance", "ecom", "store");

  // Left alone: what nobody does, and a level none of the deciders may decide. It is told by what
  // it is and not by its moment: while the clock stands, more of the same moment may come.
  private static final String NEXT =
      """
      SELECT least(
        (SELECT min(created_at) + make_interval(secs => :work) FROM staff_task
          WHERE ended_at IS NULL AND NOT id = ANY (:left)),
        (SELECT min(opened_at) + make_interval(secs => :approve) FROM approval_level
          WHERE ended_at IS NULL AND NOT request_id || '/' || number = ANY (:tried))) AS due
      """;
  private static final String TASKS =
      """
      SELECT id, key FROM staff_task
      WHERE ended_at IS NULL AND created_at <= :until AND NOT id = ANY (:left)
      ORDER BY created_at, key
      """;
  private static final String LEVELS =
      """
      SELECT request_id || '/' || number AS id, 'A' || request_id AS request,
        EXISTS (SELECT FROM history.user_task t
          JOIN history.variable v ON v.scope_key = t.instance_key AND v.name = 'approvalId'
          WHERE v.value = '"A' || request_id || '"' AND t.state = 'CREATED'
            AND t.candidate_groups && groups) AS waits
      FROM approval_level
      WHERE ended_at IS NULL AND opened_at <= :until AND NOT request_id || '/' || number = ANY (:tried)
      """;

  private final JdbcClient jdbc;
  private final ApprovalInbox approvals;
  private final StaffTasks tasks;
  private final Scenario.People people;
  private final int seed;
  private final Set<Long> left = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> tries = new ConcurrentHashMap<>();

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
        .param("left", left.toArray(Long[]::new))
        .param("tried", tried())
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
            .param("until", utc(until))
            .param("left", left.toArray(Long[]::new))
            .query((ResultSet row, int n) -> new Open(row.getLong("id"), row.getString("key")))
            .list();
    for (Open task : due) {
      if (!says(people.workPercent(), task.key()) || !isFinished(task.id())) {
        left.add(task.id());
      }
    }
  }

  private boolean isFinished(long task) {
    return tasks.act(task, new StaffTasks.Act.Finish("排练"), new StaffTasks.Actor("rehearsal", null))
        instanceof StaffTasks.Answer.Done;
  }

  /**
   * @param waits its task is open, as far as the history is told
   */
  private record Level(String id, String request, boolean waits) {}

  private void decide(Instant until) {
    List<Level> due =
        jdbc.sql(LEVELS)
            .param("until", utc(until))
            .param("tried", tried())
            .query(Level.class)
            .list();
    if (due.isEmpty()) {
      return;
    }
    Set<String> decided = new HashSet<>();
    for (String person : DECIDERS) {
      for (ApprovalInbox.Item item : approvals.list(ApprovalInbox.Box.MINE, person, 500)) {
        approvals
            .find(item.id(), person)
            .filter(page -> isOpenSince(page, until))
            .filter(page -> decides(page, person))
            .ifPresent(page -> decided.add(page.id()));
      }
    }
    due.stream()
        .filter(level -> !decided.contains(level.request()))
        .forEach(level -> tries.merge(level.id(), level.waits() ? MOST_TRIES : 1, Integer::sum));
  }

  /** Levels none of the deciders may decide, and those whose task never opened. */
  private String[] tried() {
    return tries.entrySet().stream()
        .filter(one -> one.getValue() >= MOST_TRIES)
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  private static boolean isOpenSince(ApprovalInbox.Page page, Instant until) {
    return page.levels().stream()
        .filter(level -> level.endedAt() == null)
        .map(ApprovalInbox.Level::openedAt)
        .anyMatch(opened -> opened != null && !opened.isAfter(until));
  }

  private boolean decides(ApprovalInbox.Page page, String person) {
    boolean yes = says(people.approvePercent(), page.request().subject());
    return page.todo().stream()
        .filter(todo -> !todo.answer())
        .findFirst()
        .map(
            todo ->
                new ApprovalInbox.Choice(
                    page.id(),
                    todo.key(),
                    yes ? ApprovalInbox.Answer.APPROVE : ApprovalInbox.Answer.REJECT,
                    page.hash(),
                    "排练",
                    Map.of(),
                    ApprovalInbox.Channel.CONSOLE))
        .filter(
            choice -> approvals.decide(choice, person) instanceof ApprovalInbox.Outcome.Accepted)
        .isPresent();
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
