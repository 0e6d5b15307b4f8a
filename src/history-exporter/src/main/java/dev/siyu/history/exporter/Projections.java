package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.SQLException;

/** The changes of one batch, one merged row for each key. */
final class Projections {

  final Rows<DefinitionRow> definitions = DefinitionRow.rows();
  final Rows<InstanceRow> instances;
  final Rows<ElementRow> elements;
  final Rows<FlowRow> flows = FlowRow.rows();
  final Rows<VariableRow> variables = VariableRow.rows();
  final Rows<JobNudge> nudges = JobNudge.rows();
  final Rows<JobRow> jobs = JobRow.rows();
  final Rows<IncidentRow> incidents = IncidentRow.rows();
  final Rows<UserTaskRow> userTasks = UserTaskRow.rows();
  final Rows<TimerRow> timers = TimerRow.rows();
  final Rows<MessageWaitRow> waits = MessageWaitRow.rows();
  final Rows<MessageRow> messages = MessageRow.rows();
  final Rows<GivenUp> givenUp = GivenUp.rows();

  Projections(int partitionId) {
    instances = InstanceRow.rows(partitionId);
    elements = ElementRow.rows(partitionId);
  }

  void write(Connection connection) throws SQLException {
    definitions.write(connection);
    instances.write(connection);
    elements.write(connection);
    flows.write(connection);
    variables.write(connection);
    nudges.write(connection); // before the jobs: a job row of the same batch is always newer
    jobs.write(connection);
    incidents.write(connection);
    userTasks.write(connection);
    timers.write(connection);
    waits.write(connection);
    messages.write(connection);
    givenUp.write(connection); // last: it ends what the others have just written
  }
}
