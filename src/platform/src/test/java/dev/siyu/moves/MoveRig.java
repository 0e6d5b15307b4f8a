package dev.siyu.moves;

import dev.siyu.TestRooms;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.engine.EntryGate;
import dev.siyu.engine.Forms;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.engine.JourneyRuns;
import dev.siyu.entries.FakeRuns;
import dev.siyu.time.DueWork;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Moves on a real database; what the exporter would write is written by the test. */
final class MoveRig implements AutoCloseable {

  static final String JOURNEY = "nurture";
  final FakeRuns runs = new FakeRuns();
  final List<Announcement> announced = new ArrayList<>();
  final TestRooms rooms;
  final Moves moves;
  private long element = 900;

  MoveRig() {
    rooms =
        TestRooms.open(
            Map.of("siyu.journeys.ship-at-start", "false"),
            context -> {
              context.registerBean(JourneyRuns.class, () -> runs);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(EngineTraffic.class, EngineTraffic::new);
              context.registerBean(EngineOperations.class, () -> unused(EngineOperations.class));
              context.registerBean(Forms.class, () -> unused(Forms.class));
              context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
            },
            "moves",
            "entries",
            "history");
    moves = rooms.get(Moves.class);
    drawn(1, drawing("timer_Wait", "task_Send"));
    drawn(2, drawing("timer_Wait", "task_Send"));
    drawn(3, drawing("timer_Other", "task_Other"));
    drawn(4, drawing("timer_Wait", "task_Send").replace("sub_Nurture", "sub_Other"));
  }

  private static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return Objects.hashCode(type);
              }
              throw new AssertionError(method);
            }));
  }

  /** From now on the product dies whenever a row of the table comes to the state. */
  void dieAt(String table, String state) {
    sql(
        """
        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''killed''; END'
        """);
    sql(
        "CREATE TRIGGER die BEFORE UPDATE ON %s FOR EACH ROW WHEN (NEW.state = '%s') EXECUTE FUNCTION die()"
            .formatted(table, state));
  }

  /** The next life. */
  void live() {
    sql("DROP FUNCTION die CASCADE");
  }

  /** By which way a customer enters now. */
  EntryGate.Way enter(String customer) {
    return rooms
        .get(EntryGate.class)
        .way(new EntryGate.Entry("k", "first-order-wanted", customer, "{}"));
  }

  /** The history is written up to now. */
  void exported() {
    sql("INSERT INTO history.incarnation VALUES (1, :now)");
    sql("INSERT INTO history.exporter_position VALUES (1, 1, 10, :now)");
  }

  void turn() {
    rooms.get(DueWork.class, "dev.siyu.moves.MoveWork").runDue(rooms.clock().instant());
  }

  /** A run that stands at an element inside the sub-process. */
  void inside(long key, String customer, String at) {
    runs.alive.add(key);
    instance(key, customer, 1);
    long scope = element++;
    step(scope, key, "sub_Nurture", "SUB_PROCESS", "ACTIVE");
    step(element++, key, at, "INTERMEDIATE_CATCH_EVENT", "ACTIVE");
    variable(key, key, "customerId", '"' + customer + '"');
    variable(key, key, "entry", "\"e1\"");
    variable(key, key, "at", "\"2026-12-01T02:00:00Z\"");
    variable(scope, key, "since", "\"2026-11-20T00:00:00Z\"");
  }

  void instance(long key, String customer, int version) {
    sql(
        """
        INSERT INTO history.process_instance (key, partition_id, process_id, version,
          definition_key, customer_id, state, started_at)
        VALUES (%d, 1, 'nurture', %d, %d, '%s', 'ACTIVE', :now)
        """
            .formatted(key, version, 100 + version, customer));
  }

  /** A run about no customer, e.g. an approval. */
  void instanceOfNobody(long key) {
    sql(
        """
        INSERT INTO history.process_instance (key, partition_id, process_id, version,
          definition_key, state, started_at)
        VALUES (%d, 1, 'nurture', 1, 101, 'ACTIVE', :now)
        """
            .formatted(key));
  }

  void step(long elementKey, long key, String id, String type, String state) {
    sql(
        """
        INSERT INTO history.element_instance (key, instance_key, definition_key, element_id,
          element_type, scope_key, state, started_at, ended_at)
        VALUES (%d, %d, 101, '%s', '%s', %d, '%s', :now, %s)
        """
            .formatted(
                elementKey, key, id, type, key, state, state.equals("ACTIVE") ? "NULL" : ":now"));
  }

  private void variable(long scope, long key, String name, String value) {
    sql(
        "INSERT INTO history.variable VALUES (%d, '%s', %d, '%s', :now)"
            .formatted(scope, name, key, value));
  }

  /** The exporter shows the end of a run. */
  void ended(long key, String state) {
    sql(
        "UPDATE history.element_instance SET state = '%s', ended_at = :now WHERE state = 'ACTIVE' AND instance_key = %d"
            .formatted(state, key));
    sql(
        "UPDATE history.process_instance SET state = '%s', ended_at = :now WHERE key = %d"
            .formatted(state, key));
  }

  /** The exporter shows a run that was started at a sub-process of its own. */
  void begun(long key, String customer, int version) {
    instance(key, customer, version);
    step(7_000 + key, key, "sub_Nurture", "SUB_PROCESS", "ACTIVE");
  }

  private void drawn(int version, String xml) {
    rooms
        .jdbc()
        .sql(
            "INSERT INTO history.process_definition VALUES (:key, 'nurture', :version, 'n', :xml,"
                + " :now)")
        .param("key", 100L + version)
        .param("version", version)
        .param("xml", xml)
        .param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void sql(String text) {
    var sql = rooms.jdbc().sql(text);
    (text.contains(":now")
            ? sql.param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
            : sql)
        .update();
  }

  static String drawing(String wait, String task) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
      <bpmn:process id="nurture" name="促成" isExecutable="true">
        <bpmn:startEvent id="start_A"><bpmn:outgoing>flow_A</bpmn:outgoing><bpmn:messageEventDefinition id="m" messageRef="message_A" /></bpmn:startEvent>
        <bpmn:subProcess id="sub_Nurture">
          <bpmn:startEvent id="start_B"><bpmn:outgoing>flow_B</bpmn:outgoing></bpmn:startEvent>
          <bpmn:intermediateCatchEvent id="%1$s" name="等待"><bpmn:timerEventDefinition id="t" /></bpmn:intermediateCatchEvent>
          <bpmn:serviceTask id="%2$s" name="发消息" />
          <bpmn:endEvent id="end_B" />
          <bpmn:sequenceFlow id="flow_B" sourceRef="start_B" targetRef="%1$s" />
          <bpmn:sequenceFlow id="flow_C" sourceRef="%1$s" targetRef="%2$s" />
          <bpmn:sequenceFlow id="flow_D" sourceRef="%2$s" targetRef="end_B" />
        </bpmn:subProcess>
        <bpmn:endEvent id="end_A" />
        <bpmn:sequenceFlow id="flow_A" sourceRef="start_A" targetRef="sub_Nurture" />
        <bpmn:sequenceFlow id="flow_E" sourceRef="sub_Nurture" targetRef="end_A" />
      </bpmn:process>
      <bpmn:message id="message_A" name="first-order-wanted" />
    </bpmn:definitions>
    """
        .formatted(wait, task);
  }

  @Override
  public void close() {
    rooms.close();
  }
}
