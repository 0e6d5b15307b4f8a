package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryExporterTest {

  private static final String POSITION = "select position from history.exporter_position";

  private final HistoryDatabase database = HistoryDatabase.fresh();
  private final FakeBroker broker = new FakeBroker(database.url);

  private static Record<?> variable(long position, String value) {
    var content =
        ImmutableVariableRecordValue.builder()
            .withName("v")
            .withValue(value)
            .withScopeKey(position)
            .withProcessInstanceKey(1)
            .build();
    return Records.at(
        position, ValueType.VARIABLE, VariableIntent.CREATED, 5, Records.readable(content));
  }

  @Test
  void shouldCommitRowsAndPositionTogetherAndAcknowledgeAfterwards() {
    // given
    broker.with("batchRecords", 10).open();
    List<Record<?>> log = new JourneyRecords().finished(1);

    // when
    broker.deliver(log.subList(0, 9));

    // then nothing is promised before the batch is committed
    assertThat(broker.acknowledged).isEqualTo(-1);
    assertThat(database.count("record")).isZero();

    // when
    broker.deliver(log.subList(9, 12));

    // then
    assertThat(broker.acknowledged).isEqualTo(10);
    assertThat(database.one(POSITION)).isEqualTo("10");
    assertThat(database.count("record")).isEqualTo(10);

    // when
    broker.intervalOver();

    // then
    assertThat(broker.acknowledged).isEqualTo(12);
    assertThat(database.count("record")).isEqualTo(12);
  }

  @Test
  void shouldAdvanceOnRecordsThatAreNotKept() {
    // given
    broker.open();
    var unread = ImmutableVariableRecordValue.builder().build();

    // when
    for (long position = 1; position <= 3; position++) {
      broker.deliver(Records.at(position, ValueType.VARIABLE, VariableIntent.MIGRATED, 5, unread));
      broker.deliver(
          Records.at(
              position + 10,
              ValueType.PROCESS_INSTANCE,
              io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATING,
              5,
              unread));
      broker.intervalOver();
    }

    // then
    assertThat(broker.acknowledged).isEqualTo(13);
    assertThat(database.one(POSITION)).isEqualTo("13");
  }

  @Test
  void shouldOnlyRetryTheFlushWhenARecordIsDeliveredAgain() {
    // given
    broker.with("batchRecords", 2).open();
    database.run("alter table history.record rename to hidden");
    broker.deliver(variable(1, "1"));

    // when
    boolean first = broker.deliver(variable(2, "2"));
    boolean again = broker.deliver(variable(2, "2"));
    database.run("alter table history.hidden rename to record");
    boolean later = broker.deliver(variable(2, "2"));

    // then
    assertThat(List.of(first, again, later)).containsExactly(false, false, true);
    assertThat(database.count("record")).isEqualTo(2);
    assertThat(broker.acknowledged).isEqualTo(2);
  }

  @Test
  void shouldQuarantineWhatCannotBeReadAndGoOn() {
    // given
    broker.open();
    var content = Records.unreadable(ImmutableVariableRecordValue.builder().build());

    // when
    broker.deliver(Records.at(1, ValueType.VARIABLE, VariableIntent.CREATED, 5, content));
    broker.deliver(variable(2, "2"));
    broker.intervalOver();

    // then
    assertThat(broker.acknowledged).isEqualTo(2);
    assertThat(database.one("select position from history.quarantine")).isEqualTo("1");
    assertThat(database.one("select position from history.record")).isEqualTo("2");
  }

  @Test
  void shouldQuarantineWhatPostgresRefusesAndGoOn() {
    // given
    broker.open();
    database.run("alter table history.variable add check (value <> '\"poison\"')");

    // when
    broker.deliver(List.of(variable(1, "1"), variable(2, "\"poison\""), variable(3, "3")));
    broker.intervalOver();

    // then
    assertThat(broker.acknowledged).isEqualTo(3);
    assertThat(database.one("select position from history.quarantine")).isEqualTo("2");
    assertThat(database.count("record")).isEqualTo(2);
  }

  @Test
  void shouldKeepTextWithNulCharacters() {
    // given
    broker.open();

    // when
    broker.deliver(variable(1, "\"a\0b\\\t\r\n\""));
    broker.intervalOver();

    // then
    assertThat(database.count("quarantine")).isZero();
    assertThat(database.one("select value::text from history.record")).contains("\\u0000");
  }

  @Test
  void shouldGoOnFromThePositionAnotherLeaderWrote() {
    // given
    List<Record<?>> log = new JourneyRecords().finished(4);
    broker.with("batchRecords", 5).open();
    var other = new FakeBroker(database.url).with("batchRecords", 5).open();

    // when both export, the other one is ahead
    broker.deliver(log.subList(0, 13));
    other.deliver(log.subList(0, 42));
    broker.deliver(log.subList(13, log.size()));
    broker.intervalOver();
    other.intervalOver();

    // then
    assertThat(broker.acknowledged).isEqualTo(log.size());
    assertThat(database.count("record")).isEqualTo(log.size());
    assertThat(database.count("quarantine")).isZero();
  }

  @Test
  void shouldKeepTheTimerChainAliveWhenAFlushFails() {
    // given
    var waiting = HistoryDatabase.withoutSchema();
    var early = new FakeBroker(waiting.url).open();
    early.deliver(variable(1, "1"));

    // when
    early.intervalOver();
    early.intervalOver();

    // then it is slower, but still asks
    assertThat(early.acknowledged).isEqualTo(-1);
    assertThat(early.timerDelay.toMillis()).isBetween(200L, 5_000L);

    // when
    waiting.migrate();
    early.intervalOver();

    // then
    assertThat(early.acknowledged).isEqualTo(1);
    assertThat(early.timerDelay.toMillis()).isEqualTo(100);
  }

  @Test
  void shouldRefuseWrongSettingsButNotAnAbsentDatabase() {
    // given
    var away = new FakeBroker("jdbc:postgresql://127.0.0.1:1/none");

    // when
    away.open();

    // then
    assertThat(away.deliver(variable(1, "1"))).isTrue();
    assertThatThrownBy(() -> new FakeBroker("mysql:").open())
        .hasMessage(
            "SIYU-6001 exporter setting url: mysql: (expected:"
                + " jdbc:postgresql://host:port/database)");
    assertThatThrownBy(() -> new FakeBroker(database.url).with("batchRecords", 0).open())
        .hasMessageContaining("batchRecords: 0 (expected: 1..100000)");
  }

  @Test
  void shouldRefuseToChangeTheAudit() {
    // given
    broker.open();
    broker.deliver(variable(1, "1"));
    broker.intervalOver();

    // when, then
    for (String sql :
        List.of(
            "update history.record set intent = 'X'",
            "delete from history.record",
            "truncate history.record")) {
      assertThatThrownBy(() -> database.run(sql)).hasMessageContaining("append-only");
    }
  }
}
