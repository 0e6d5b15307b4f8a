package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ErrorIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.ImmutableErrorRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableIncidentRecordValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test runs with changes merged in one batch, and with each change in a batch of its own. */
class ProjectionsTest {

  private final HistoryDatabase database = HistoryDatabase.fresh();
  private final JourneyRecords journey = new JourneyRecords();

  private void export(int batchRecords) {
    FakeBroker broker = new FakeBroker(database.url).with("batchRecords", batchRecords).open();
    broker.deliver(journey.log());
    broker.intervalOver();
    assertThat(database.count("quarantine")).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldShowWhereAnInstanceWaits(int batchRecords) {
    // given
    journey.started("C1");

    // when
    export(batchRecords);

    // then
    assertThat(
            database.one(
                "select customer_id || ' ' || state || ' ' || version from"
                    + " history.process_instance"))
        .isEqualTo("C1 ACTIVE 1");
    assertThat(database.one("select state from history.timer")).isEqualTo("WAITING");
    assertThat(database.one("select state from history.message_wait")).isEqualTo("WAITING");
    assertThat(database.one("select state from history.job")).isEqualTo("COMPLETED");
    assertThat(counter("wait")).isEqualTo("1 0 0");
    assertThat(counter("welcome")).isEqualTo("0 1 0");
    assertThat(counter("intake")).isEqualTo("1 0 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldCloseEveryWaitWhenTheInstanceEnds(int batchRecords) {
    // given
    journey.finished(2);

    // when
    export(batchRecords);

    // then
    assertThat(database.one("select count(*) from history.process_instance where state = 'ACTIVE'"))
        .isEqualTo("0");
    assertThat(database.one("select min(state) || max(state) from history.timer"))
        .isEqualTo("CANCELEDCANCELED");
    assertThat(database.one("select min(state) from history.message_wait")).isEqualTo("CORRELATED");
    assertThat(counter("intake")).isEqualTo("0 2 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldTakeAStoppedJobUpAgainWhenItsIncidentIsResolved(int batchRecords) {
    // given
    journey.job(50, JobIntent.CREATED, 1, 2, 1);
    journey.job(50, JobIntent.FAILED, 1, 2, 0);
    incident(IncidentIntent.CREATED);
    journey.job(50, JobIntent.RETRIES_UPDATED, 1, 2, 3);
    incident(IncidentIntent.RESOLVED);

    // when
    export(batchRecords);

    // then
    assertThat(
            database.one(
                "select state || retries || coalesce(ended_at::text, '') from history.job"))
        .isEqualTo("CREATED3");
    assertThat(database.one("select count(*) from history.incident where resolved_at is null"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldNotTakeUpAJobThatWasCancelledWithItsInstance(int batchRecords) {
    // given
    journey.job(50, JobIntent.CREATED, 1, 2, 1);
    journey.job(50, JobIntent.FAILED, 1, 2, 0);
    incident(IncidentIntent.CREATED);
    journey.job(50, JobIntent.CANCELED, 1, 2, 0);
    incident(IncidentIntent.RESOLVED);

    // when
    export(batchRecords);

    // then
    assertThat(database.one("select state from history.job")).isEqualTo("CANCELED");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldEndTheWaitsOfAnInstanceTheEngineGaveUpAndSaySo(int batchRecords) {
    // given
    long instance = journey.started("C1");
    journey.started("C2");
    journey.add(
        ValueType.ERROR,
        ErrorIntent.CREATED,
        90,
        ImmutableErrorRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withExceptionMessage("message key must be greater than 0")
            .withStacktrace("at x")
            .build());

    // when
    export(batchRecords);

    // then
    assertThat(database.one("select count(*) from history.timer where state = 'WAITING'"))
        .as("of the other one")
        .isEqualTo("1");
    assertThat(database.one("select count(*) from history.message_wait where state = 'WAITING'"))
        .isEqualTo("1");
    assertThat(
            database.one(
                "select instance_key = %d and element_id = 'wait' and message like '%%greater than 0' from history.incident where resolved_at is null"
                    .formatted(instance)))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2000})
  void shouldNotCountBelowZeroWhenAStepEndsThatWasNeverFullyEntered(int batchRecords) {
    // given
    journey.element(1, 60, "stuck", BpmnElementType.SERVICE_TASK, false, true);

    // when
    export(batchRecords);

    // then
    assertThat(counter("stuck")).isEqualTo("0 0 1");
  }

  private String counter(String element) {
    return database.one(
        "select active || ' ' || completed || ' ' || terminated from history.element_counter"
            + " where element_id = '"
            + element
            + "'");
  }

  private void incident(IncidentIntent intent) {
    journey.add(
        ValueType.INCIDENT,
        intent,
        70,
        ImmutableIncidentRecordValue.builder()
            .withErrorType(ErrorType.JOB_NO_RETRIES)
            .withErrorMessage("no answer")
            .withElementId("welcome")
            .withProcessInstanceKey(1)
            .withJobKey(50)
            .build());
  }
}
