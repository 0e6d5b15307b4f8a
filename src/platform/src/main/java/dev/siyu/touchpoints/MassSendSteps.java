package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import dev.siyu.touchpoints.ContactRule.Refusal;
import dev.siyu.touchpoints.MassSendPlan.Planned;
import dev.siyu.touchpoints.MassSendTask.CancelFor;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import dev.siyu.touchpoints.MassSendTaskTable.Step;
import dev.siyu.wecom.MassSendTasks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes the next step about a mass send that was just looked up and is not sent yet. */
@Component
class MassSendSteps {

  private final MassSendTaskTable table;
  private final MassSendCancelling cancelling;
  private final MassSendReassignment reassignment;
  private final MassSendRules rules;
  private final MassSendTasks atWeCom;
  private final Team team;
  private final Notices notices;
  private final MassSendSettings settings;
  private final ZoneId companyZone;

  MassSendSteps(
      MassSendTaskTable table,
      MassSendCancelling cancelling,
      MassSendReassignment reassignment,
      MassSendRules rules,
      MassSendTasks atWeCom,
      Team team,
      Notices notices,
      MassSendSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.table = table;
    this.cancelling = cancelling;
    this.reassignment = reassignment;
    this.rules = rules;
    this.atWeCom = atWeCom;
    this.team = team;
    this.notices = notices;
    this.settings = settings;
    this.companyZone = companyZone;
  }

  void take(MassSendTask task, List<Unsent> unsent, Instant now) {
    var plan = MassSendPlan.of(task.createdAt(), task.deadline(), settings, companyZone);
    var cancelFor = task.cancelFor();
    if (task.state() == MassSendState.CANCELLING && cancelFor != null) {
      boolean late = !now.isBefore(task.deadline());
      cancelling.cancel(task, unsent, late ? CancelFor.TIME_OUT : cancelFor, now);
      return;
    }
    var due = plan.due(task.doneUntil(), now).orElse(null);
    if (due == null) {
      table.later(task.msgId(), plan.nextAfter(now), null);
    } else if (due.step() == MassSendPlan.Step.TIME_OUT) {
      cancelling.begin(task, unsent, CancelFor.TIME_OUT, due.at(), now);
    } else if (rules.withdrawal(unsent, now).isPresent()) {
      cancelling.begin(task, unsent, CancelFor.WITHDRAW, due.at(), now);
    } else {
      act(task, unsent, plan, due, now);
    }
  }

  private void act(
      MassSendTask task, List<Unsent> unsent, MassSendPlan plan, Planned due, Instant now) {
    switch (due.step()) {
      case REMIND -> remind(task, plan, due, now);
      case ESCALATE -> escalate(task, unsent, plan, due, now);
      case REASSIGN -> reassign(task, unsent, plan, due, now);
      case LOOK_UP -> stay(task, plan, due, null, now);
      case TIME_OUT -> throw new IllegalStateException(due.toString());
    }
  }

  private void remind(MassSendTask task, MassSendPlan plan, Planned due, Instant now) {
    switch (atWeCom.remind(task.msgId())) {
      case CallResult.Ok<Boolean> ok -> reminded(task, plan, due, null, now);
      // It may have been heard; once more would only annoy.
      case CallResult.Unknown<Boolean> none -> reminded(task, plan, due, none.reason(), now);
      case CallResult.Retryable<Boolean> again ->
          table.later(task.msgId(), now.plus(settings.pause()), again.reason());
      case CallResult.Declined<Boolean> no ->
          stay(task, plan, due, no.code() + " " + no.reason(), now);
      case CallResult.Broken<Boolean> broken ->
          stay(task, plan, due, broken.code() + " " + broken.reason(), now);
    }
  }

  private void reminded(
      MassSendTask task, MassSendPlan plan, Planned due, @Nullable String note, Instant now) {
    var next = plan.nextAfter(due.at());
    table.step(
        task.msgId(),
        new Step(MassSendState.REMINDED, due.at(), next, true, null, null, note),
        now);
  }

  private void escalate(
      MassSendTask task, List<Unsent> unsent, MassSendPlan plan, Planned due, Instant now) {
    var lead = team.leadOf(task.staffUserId()).orElse(null);
    var step =
        new Step(
            MassSendState.ESCALATED, due.at(), plan.nextAfter(due.at()), false, lead, null, null);
    if (table.step(task.msgId(), step, now) && lead != null) {
      var text = task.staffUserId() + " 还没有确认群发任务（" + unsent.size() + " 位客户），请提醒或安排他人发送";
      notices.tell("mass-send-escalated:" + task.msgId(), lead, text);
    }
  }

  private void reassign(
      MassSendTask task, List<Unsent> unsent, MassSendPlan plan, Planned due, Instant now) {
    var obstacle = obstacle(task, unsent, now);
    if (obstacle == null) {
      cancelling.begin(task, unsent, CancelFor.REASSIGN, due.at(), now);
      return;
    }
    var until = obstacle.notBefore();
    if (until != null && until.isBefore(task.deadline())) {
      table.later(task.msgId(), until, obstacle.reason());
    } else {
      stay(task, plan, due, obstacle.reason(), now);
    }
  }

  /** Why it cannot be given to somebody else now; null when it can. */
  private @Nullable Refusal obstacle(MassSendTask task, List<Unsent> unsent, Instant now) {
    if (task.said() == null) {
      return new Refusal("no-text", "没有保存正文，无法改由他人发送", null);
    }
    for (var touch : unsent) {
      var staff = reassignment.candidate(task, touch).orElse(null);
      if (staff == null) {
        return new Refusal("nobody-else", "没有其他成员加了这位客户", null);
      }
      var refusal = rules.refusal(touch, staff, now).orElse(null);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private void stay(
      MassSendTask task, MassSendPlan plan, Planned due, @Nullable String note, Instant now) {
    var next = plan.nextAfter(due.at());
    table.step(task.msgId(), new Step(task.state(), due.at(), next, false, null, null, note), now);
  }
}
