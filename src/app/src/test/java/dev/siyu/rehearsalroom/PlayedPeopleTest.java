package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.rehearsals.Scenario;
import dev.siyu.tasks.StaffTask;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.web.SiteTest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SiteTest
class PlayedPeopleTest {

  private static final Instant NOW = Instant.parse("2031-01-06T02:00:00Z");

  @Autowired JdbcClient jdbc;

  private final List<Long> done = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void noTasks() {
    jdbc.sql("TRUNCATE staff_task, approval_request CASCADE").update();
    jdbc.sql("DELETE FROM history.user_task WHERE key > 9000000").update();
    jdbc.sql("DELETE FROM history.variable WHERE scope_key > 9000000").update();
  }

  private long task(String key) {
    return jdbc.sql(
            """
            INSERT INTO staff_task (key, staff_user_id, journey, step, title, content, tell_lead,
              state, created_at, deadline, next_at)
            VALUES ('played:' || :key, 'li.na', 'j', 's', 't', 'c', false, 'OPEN', :now,
              :now + interval '1 day', :now) RETURNING id
            """)
        .param("key", key)
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private PlayedPeople people(int workPercent) {
    return people(workPercent, Duration.ofDays(30));
  }

  private PlayedPeople people(int workPercent, Duration approveAfter) {
    return new PlayedPeople(
        jdbc,
        nobodyDecides(),
        new Done(),
        new Scenario.People(approveAfter, 100, Duration.ZERO, workPercent, Duration.ofMinutes(5)),
        0);
  }

  /** A level that is open; the engine has not told of its task yet. */
  private long level() {
    long request =
        jdbc.sql(
                """
                INSERT INTO approval_request (kind, subject, title_zh, title_en, facts, content,
                  hash, requested_by, departments, state, asked_at)
                VALUES ('PRODUCT', 'played', 't', 't', '[]', '{}', repeat('a', 64), 'ops', '{}',
                  'OPEN', :now) RETURNING id
                """)
            .param("now", NOW.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO approval_level (request_id, number, groups, hours, needed, opened_at)
            VALUES (:request, 0, '{role:NOBODY}', 9, true, :now)
            """)
        .param("request", request)
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .update();
    return request;
  }

  private void opens(long request) {
    long instance = 9_000_000 + request;
    jdbc.sql(
            """
            INSERT INTO history.variable
            VALUES (:instance, 'approvalId', :instance, '"A' || :request || '"', :now)
            """)
        .param("instance", instance)
        .param("request", request)
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            INSERT INTO history.user_task (key, instance_key, element_id, element_instance_key,
              state, candidate_groups, candidate_users, created_at)
            VALUES (:instance, :instance, 'task_Sign', :instance, 'CREATED', '{role:NOBODY}', '{}',
              :now)
            """)
        .param("instance", instance)
        .param("now", NOW.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void shouldWaitForTheTaskOfALevelAndLeaveAloneWhatNobodyMayDecide() {
    // given people who decide at once, and a history that is behind
    var people = people(100, Duration.ZERO);
    long request = level();
    for (int i = 0; i < 20; i++) {
      people.runDue(NOW);
    }
    assertThat(people.nextDue()).as("the task is still to come").contains(NOW);

    // when it opens, and none of the deciders finds it
    opens(request);
    people.runDue(NOW);

    // then
    assertThat(people.nextDue()).isNotEqualTo(Optional.of(NOW));
  }

  private static ApprovalInbox nobodyDecides() {
    return (ApprovalInbox)
        Proxy.newProxyInstance(
            ApprovalInbox.class.getClassLoader(),
            new Class<?>[] {ApprovalInbox.class},
            (self, method, arguments) -> List.of());
  }

  @Test
  void shouldDoAtOnceAlsoWhatComesLaterInTheSameMoment() {
    // given people who take no time, and a clock that stands
    var people = people(100);
    long first = task("1");
    people.runDue(NOW);

    // when another task is opened in the same moment
    long second = task("2");
    assertThat(people.nextDue().orElseThrow()).isBeforeOrEqualTo(NOW);
    people.runDue(NOW);

    // then
    assertThat(done).containsExactly(first, second);
  }

  @Test
  void shouldAskNoMoreAboutWhatIsLeftUndone() {
    // given
    var people = people(0);
    task("1");

    // when
    people.runDue(NOW);

    // then
    assertThat(done).isEmpty();
    assertThat(people.nextDue()).isNotEqualTo(Optional.of(NOW));
  }

  /** Ends tasks without telling any journey. */
  private final class Done implements StaffTasks {

    @Override
    public long open(NewTask task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StaffTask> find(long id) {
      return Optional.empty();
    }

    @Override
    public Answer act(long id, Act act, Actor actor) {
      done.add(id);
      jdbc.sql(
              """
              UPDATE staff_task SET state = 'DONE', next_at = NULL, ended_at = created_at
              WHERE id = :id
              """)
          .param("id", id)
          .update();
      return new Answer.Done();
    }
  }
}
