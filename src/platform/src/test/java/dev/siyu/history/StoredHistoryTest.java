package dev.siyu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestDatabase;
import dev.siyu.history.HistoryViews.Instance;
import dev.siyu.history.HistoryViews.InstancePage;
import dev.siyu.history.HistoryViews.InstanceQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredHistoryTest {

  private static final Instant NINE = Instant.parse("2026-01-01T09:00:00Z");

  // Two versions of one journey; run 11 waits at the gateway, 12 is stuck, 13 is over.
  private static final String SAMPLE =
      """
      insert into history.process_definition values
        (1, 'intake', 1, 'a.bpmn', '<d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="intake" name="旧"/></d>', '2026-01-01T08:00:00Z'),
        (2, 'intake', 2, 'a.bpmn', '<d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="intake" name="新客"/></d>', '2026-01-01T08:30:00Z');
      insert into history.process_instance values
        (11, 1, 'intake', 2, 2, null, 'C1', 'ACTIVE', '2026-01-01T09:00:00.001Z', null),
        (12, 1, 'intake', 2, 2, null, 'C2', 'ACTIVE', '2026-01-01T09:00:00.001Z', null),
        (13, 1, 'intake', 1, 1, null, 'C1', 'COMPLETED', '2026-01-01T08:59:00Z', '2026-01-01T09:01:00Z');
      insert into history.element_instance values
        (21, 11, 2, 'wait', 'EVENT_BASED_GATEWAY', 11, 'ACTIVE', '2026-01-01T09:00:00Z', null),
        (22, 12, 2, 'welcome', 'SERVICE_TASK', 12, 'ACTIVE', '2026-01-01T09:00:00Z', null);
      insert into history.element_counter values
        (1, 'intake', 1, 0, 1, 0), (2, 'intake', 1, 1, 0, 0), (2, 'intake', 2, 1, 0, 0),
        (2, 'wait', 1, 1, 0, 0);
      insert into history.flow_taken values (11, 'f1', '2026-01-01T09:00:00Z', 1);
      insert into history.variable values (11, 'customerId', 11, '"C1"', '2026-01-01T09:00:00Z');
      insert into history.timer values
        (31, 11, 'three-days', 21, '2026-01-04T09:00:00Z', 'WAITING'),
        (32, 13, 'three-days', 21, '2026-01-02T09:00:00Z', 'CANCELED');
      insert into history.message_wait values
        (21, 'order-paid', 11, 'paid', 'C1', 'WAITING', '2026-01-01T09:00:00Z');
      insert into history.job values
        (41, 12, 'welcome', 22, 'welcome-send', 'FAILED', 0, null, 'x', null, '2026-01-01T09:00:00Z', null),
        (42, 11, 'nudge', 22, 'nudge-send', 'CREATED', 2, '2026-01-03T09:00:00Z', 'x', null, '2026-01-01T09:00:00Z', null),
        (43, 11, 'form', 22, 'io.camunda.zeebe:userTask', 'CREATED', 1, null, null, null, '2026-01-01T09:00:00Z', null);
      insert into history.incident values
        (51, 12, 2, 'welcome', 22, 41, 'JOB_NO_RETRIES', 'x', '2026-01-01T09:00:00Z', null);
      insert into history.message values (61, 'order-paid', 'C1', 'm-1', '2026-01-01T09:00:00Z');
      insert into history.incarnation values (1, '2025-01-01T00:00:00Z'), (2, '2026-01-01T00:00:00Z');
      insert into history.exporter_position values
        (1, 1, 999, '2025-01-01T00:00:00Z'), (2, 1, 77, '2026-01-01T09:00:00Z');
      """;

  private static final TestDatabase database = TestDatabase.fresh();

  private final JdbcClient jdbc = database.jdbc();
  private final EngineMoments moments = new StoredEngineMoments(jdbc);
  private final JourneyHistory history =
      new StoredJourneyHistory(
          new DefinitionReads(jdbc), new InstanceReads(jdbc), new DetailReads(jdbc));

  @BeforeAll
  static void fill() {
    database.jdbc().sql(SAMPLE).update();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void shouldNameTheEarliestMomentTheEngineWaitsFor() {
    assertThat(moments.nextDue()).contains(Instant.parse("2026-01-03T09:00:00Z"));
  }

  @Test
  void shouldHaveWorkOnlyWhenATimerOrABackOffIsDue() {
    assertThat(moments.hasWork(NINE)).as("a user task and an incident are no work").isFalse();
    assertThat(moments.hasWork(Instant.parse("2026-01-03T09:00:00Z"))).as("back-off").isTrue();
  }

  @Test
  void shouldKnowPublishedMessagesAndTheProgressOfThisIncarnation() {
    assertThat(new StoredMessages(jdbc).seen("m-1")).isTrue();
    assertThat(new StoredMessages(jdbc).seen("m-2")).isFalse();
    assertThat(new StoredExporterProgress(jdbc).partitions())
        .containsExactly(new ExporterProgress.Partition(1, 77, NINE));
    assertThat(new StoredExporterProgress(jdbc).quarantined()).isZero();
  }

  @Test
  void shouldCallADefinitionEverywhereWhenAsManyPartitionsAsThereAreHaveLoggedIt() {
    // given
    var progress = new StoredExporterProgress(jdbc);
    logged(1, 1, 901);
    logged(2, 1, 901);
    logged(2, 2, 902);

    // then
    assertThat(progress.isEverywhere(901, 1)).isTrue();
    assertThat(progress.isEverywhere(901, 2)).as("a partition nobody has heard of").isFalse();

    // when one could not be stored
    jdbc.sql(
            """
            insert into history.quarantine
            values (2, 2, 7, 901, 'PROCESS', 'CREATED', '2026-01-01T09:00:00Z', 'x', null)
            """)
        .update();

    // then it was logged all the same
    assertThat(progress.isEverywhere(901, 2)).isTrue();
    jdbc.sql("delete from history.quarantine").update();
  }

  private void logged(int incarnation, int partition, long definition) {
    jdbc.sql(
            """
            insert into history.record (incarnation, partition_id, position, key, record_type,
              value_type, intent, at, value)
            values (:incarnation, :partition, :key, :key, 'EVENT', 'PROCESS', 'CREATED',
              '2026-01-01T09:00:00Z', '{}')
            """)
        .param("incarnation", incarnation)
        .param("partition", partition)
        .param("key", definition)
        .update();
  }

  @Test
  void shouldListJourneysWithTheirNewestName() {
    // when
    var journey = history.journeys().getFirst();

    // then
    assertThat(journey.name()).isEqualTo("新客");
    assertThat(journey.latestVersion()).isEqualTo(2);
    assertThat(List.of(journey.active(), journey.completed(), journey.incidents()))
        .containsExactly(2L, 1L, 1L);
    assertThat(history.diagram("intake", null).orElseThrow().definitionKey()).isEqualTo(2);
    assertThat(history.diagram("intake", 1).orElseThrow().definitionKey()).isEqualTo(1);
    assertThat(history.diagram("intake", 9)).isEmpty();
  }

  @Test
  void shouldCountElementsIncludingThoseThatAreOnlyStuck() {
    assertThat(history.counts("intake", 2))
        .containsExactly(
            new HistoryViews.ElementCount("wait", 1, 0, 0, 0),
            new HistoryViews.ElementCount("welcome", 0, 0, 0, 1));
  }

  @Test
  void shouldPageThroughInstancesWithoutLosingOnesOfTheSameMoment() {
    // given
    List<Long> seen = new ArrayList<>();
    String cursor = null;

    // when
    do {
      InstancePage page = history.instances(query(null, null, cursor, 1));
      page.items().stream().map(Instance::key).forEach(seen::add);
      cursor = page.next();
    } while (cursor != null);

    // then
    assertThat(seen).containsExactly(12L, 11L, 13L);
    assertThatThrownBy(() -> history.instances(query(null, null, "nonsense", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldFindInstancesByStateElementAndCustomer() {
    assertThat(history.instances(query("ACTIVE", "wait", null, 10)).items())
        .singleElement()
        .satisfies(found -> assertThat(found.at()).containsExactly("wait"));
    assertThat(history.instances(query("COMPLETED", null, null, 10)).items()).hasSize(1);
    assertThat(history.ofCustomer("C1", 10)).extracting(Instance::key).containsExactly(11L, 13L);
  }

  @Test
  void shouldShowEverythingAboutOneInstance() {
    // when
    var detail = history.instance(11).orElseThrow();

    // then
    assertThat(detail.journeyName()).isEqualTo("新客");
    assertThat(detail.flows()).containsExactly("f1");
    assertThat(detail.variables().getFirst().value()).isEqualTo("\"C1\"");
    assertThat(detail.waits())
        .extracting(HistoryViews.Wait::kind)
        .containsExactly("JOB", "JOB", "MESSAGE", "TIMER");
    assertThat(history.instance(12).orElseThrow().incidents()).hasSize(1);
    assertThat(history.instance(404)).isEmpty();
  }

  private static InstanceQuery query(
      @Nullable String state, @Nullable String element, @Nullable String cursor, int limit) {
    return new InstanceQuery("intake", null, state, element, cursor, limit);
  }
}
