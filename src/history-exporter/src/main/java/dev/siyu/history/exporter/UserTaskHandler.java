package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Instant;
import java.util.List;

final class UserTaskHandler implements Handler<UserTaskRecordValue> {

  @Override
  public List<Change> changes(Record<UserTaskRecordValue> record) {
    UserTaskRecordValue value = record.getValue();
    String state =
        record.getIntent() == UserTaskIntent.COMPLETED
            ? "COMPLETED"
            : record.getIntent() == UserTaskIntent.CANCELED ? "CANCELED" : "CREATED";
    Instant at = Instant.ofEpochMilli(record.getTimestamp());
    return List.of(
        new UserTaskRow(
            value.getUserTaskKey(),
            value.getProcessInstanceKey(),
            value.getElementId(),
            value.getElementInstanceKey(),
            state,
            Values.given(value.getAssignee()),
            List.copyOf(value.getCandidateGroupsList()),
            List.copyOf(value.getCandidateUsersList()),
            Values.given(value.getFormKey()),
            Values.given(value.getDueDate()),
            Values.given(value.getAction()),
            Values.givenTime(value.getCreationTimestamp()),
            state.equals("CREATED") ? null : at));
  }

  @Override
  public String elementId(UserTaskRecordValue value) {
    return value.getElementId();
  }
}
