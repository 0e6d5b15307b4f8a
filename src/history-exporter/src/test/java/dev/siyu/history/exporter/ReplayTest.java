package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private final HistoryDatabase database = HistoryDatabase.fresh();

  private FakeBroker open() {
    return new FakeBroker(database.url).open();
  }

  @Test
  void shouldLeaveEverythingEqualWhenAHundredThousandRecordsAreExportedAgain() {
    // given
    List<Record<?>> log = new JourneyRecords().finished(4_000);
    FakeBroker first = open();
    first.deliver(log);
    first.intervalOver();
    String before = database.checksum();
    assertThat(log).hasSizeGreaterThan(100_000);

    // when
    database.run("update history.exporter_position set position = -1");
    FakeBroker second = open();
    second.deliver(log);
    second.intervalOver();

    // then
    assertThat(second.acknowledged).isEqualTo(log.size());
    assertThat(database.checksum()).isEqualTo(before);
    assertThat(database.count("quarantine")).isZero();
  }

  @Test
  void shouldRebuildEqualProjectionsFromTheAudit() throws SQLException {
    // given
    FakeBroker broker = open();
    broker.deliver(new JourneyRecords().finished(500));
    broker.intervalOver();
    String before = database.checksum();
    database.run("update history.variable set value = '0'");
    database.run("delete from history.timer");
    database.run("update history.element_counter set active = 99");

    // when
    long records = Rebuild.run(ExporterSettings.from(broker.arguments));

    // then
    assertThat(records).isEqualTo(database.count("record"));
    assertThat(database.checksum()).isEqualTo(before);
  }

  @Test
  void shouldLoseNothingWhenTheBrokerDiesBetweenCommitAndAcknowledgement() {
    // given
    List<Record<?>> log = new JourneyRecords().finished(60);
    var whole = HistoryDatabase.fresh();
    FakeBroker calm = new FakeBroker(whole.url).open();
    calm.deliver(log);
    calm.intervalOver();

    // when a hundred times the broker stops anywhere and starts at an older place
    var random = new Random(42);
    for (int crash = 0; crash < 100; crash++) {
      FakeBroker broker =
          new FakeBroker(database.url).with("batchRecords", 1 + random.nextInt(50)).open();
      int reached =
          Integer.parseInt(
              database.one("select coalesce(max(position), 0) from history.exporter_position"));
      int from = random.nextInt(Math.max(reached, 0) + 1);
      broker.deliver(log.subList(from, Math.min(log.size(), from + random.nextInt(200))));
      broker.exporter.close();
    }
    FakeBroker last = open();
    last.deliver(log);
    last.intervalOver();

    // then
    assertThat(database.checksum()).isEqualTo(whole.checksum());
  }

  @Test
  void shouldQuarantineARecordThatDiffersFromTheStoredOne() {
    // given
    FakeBroker first = open();
    first.deliver(List.of(variable(1, "1"), variable(2, "2")));
    first.intervalOver();

    // when
    database.run("update history.exporter_position set position = -1");
    FakeBroker second = open();
    second.deliver(List.of(variable(1, "1"), variable(2, "999")));
    second.intervalOver();

    // then
    assertThat(database.one("select position from history.quarantine")).isEqualTo("2");
    assertThat(database.one("select value from history.variable where scope_key = 2"))
        .isEqualTo("2");
  }

  @Test
  void shouldKnowARecordAgainWhenTheBrokerWritesItsFieldsInAnotherOrder() {
    // given a restarted broker, whose JSON has another field order
    FakeBroker first = open();
    first.deliver(List.of(variable(1, "1"), variable(2, "2")));
    first.intervalOver();
    database.run("alter table history.record disable trigger user");
    database.run(
        "update history.record set value = (select json_object_agg(k, v order by k desc)"
            + " from json_each(value) as f (k, v))");
    database.run("update history.exporter_position set position = 1");

    // when
    FakeBroker restarted = open();
    restarted.deliver(List.of(variable(1, "1"), variable(2, "2"), variable(3, "3")));
    restarted.intervalOver();

    // then
    assertThat(restarted.acknowledged).isEqualTo(3);
    assertThat(database.count("quarantine")).isZero();
  }

  @Test
  void shouldStopWhenTheEngineStartsEmptyUnderTheSameIncarnation() {
    // given
    FakeBroker first = open();
    first.deliver(List.of(variable(1, "1"), variable(2, "2")));
    first.intervalOver();

    // when another log arrives
    FakeBroker emptied = open();
    emptied.deliver(variable(1, "\"other\""));
    emptied.intervalOver();

    // then nothing is acknowledged until the setting changes
    assertThat(emptied.acknowledged).isEqualTo(-1);
    FakeBroker reborn = new FakeBroker(database.url).with("incarnation", 2).open();
    reborn.deliver(variable(1, "\"other\""));
    reborn.intervalOver();
    assertThat(reborn.acknowledged).isEqualTo(1);
    assertThat(database.count("record")).isEqualTo(3);
    assertThat(database.one("select string_agg(value, ' ') from history.variable"))
        .isEqualTo("\"other\"");
  }

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
}
