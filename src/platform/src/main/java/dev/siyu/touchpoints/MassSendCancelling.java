package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.MassSendTask.CancelFor;
import dev.siyu.touchpoints.MassSendTask.Settled;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import dev.siyu.touchpoints.MassSendTaskTable.Step;
import dev.siyu.wecom.MassSendTasks;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeCom.MassSendResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Cancels a mass send before anything else is done about it, so that the member cannot send it
 * afterwards. Only WeCom's yes, or a look-up after 41093 that shows it unsent, lets it go on.
 */
@Component
class MassSendCancelling {

  private static final Logger log = LoggerFactory.getLogger(MassSendCancelling.class);

  private final MassSendTaskTable table;
  private final MassSendSettling settling;
  private final MassSendReassignment reassignment;
  private final MassSendRules rules;
  private final MassSendTasks atWeCom;
  private final WeCom weCom;
  private final MassSendSettings settings;

  MassSendCancelling(
      MassSendTaskTable table,
      MassSendSettling settling,
      MassSendReassignment reassignment,
      MassSendRules rules,
      MassSendTasks atWeCom,
      WeCom weCom,
      MassSendSettings settings) {
    this.table = table;
    this.settling = settling;
    this.reassignment = reassignment;
    this.rules = rules;
    this.atWeCom = atWeCom;
    this.weCom = weCom;
    this.settings = settings;
  }

  /** Writes down that it is being cancelled, then cancels. */
  void begin(MassSendTask task, List<Unsent> unsent, CancelFor why, Instant done, Instant now) {
    var step =
        new Step(
            MassSendState.CANCELLING, done, now.plus(settings.pause()), false, null, why, null);
    if (table.step(task.msgId(), step, now)) {
      cancel(task, unsent, why, now);
    }
  }

  void cancel(MassSendTask task, List<Unsent> unsent, CancelFor why, Instant now) {
    switch (atWeCom.cancel(task.msgId())) {
      case CallResult.Ok<Boolean> ok -> cancelled(task, unsent, why, now);
      case CallResult.Declined<Boolean> no -> {
        if (no.code().equals(MassSendTasks.NOTHING_TO_CANCEL)) {
          lookAgain(task, unsent, why, now);
        } else {
          again(task, no.code() + " " + no.reason(), now);
        }
      }
      case CallResult.Retryable<Boolean> later -> again(task, later.reason(), now);
      case CallResult.Unknown<Boolean> none -> again(task, none.reason(), now);
      case CallResult.Broken<Boolean> broken ->
          again(task, broken.code() + " " + broken.reason(), now);
    }
  }

  /** 41093: the member was faster, or an earlier try of ours went through without its answer. */
  private void lookAgain(MassSendTask task, List<Unsent> unsent, CancelFor why, Instant now) {
    if (weCom.massSendResults(task.msgId(), task.staffUserId())
        instanceof CallResult.Ok<List<MassSendResult>> ok) {
      var statusOf =
          ok.value().stream()
              .collect(
                  Collectors.toMap(
                      MassSendResult::externalUserId, MassSendResult::status, Math::max));
      var left = settling.settle(task.msgId(), unsent, statusOf, now);
      if (left.isEmpty()) {
        table.end(task.msgId(), new MassSendEnding.Confirmed(), now);
      } else {
        cancelled(task, left, why, now);
      }
    } else {
      again(task, "取消后还没有查到结果", now);
    }
  }

  private void cancelled(MassSendTask task, List<Unsent> unsent, CancelFor why, Instant now) {
    switch (why) {
      case TIME_OUT -> {
        settling.write(task.msgId(), unsent.stream().map(MassSendFollowUp::expired).toList(), now);
        table.end(task.msgId(), new MassSendEnding.TimedOut(), now);
      }
      case WITHDRAW -> withdraw(task, unsent, now);
      case REASSIGN -> {
        long waiting = unsent.stream().filter(u -> !reassignment.handOn(task, u, now)).count();
        if (waiting == 0) {
          table.end(task.msgId(), new MassSendEnding.Reassigned(), now);
        } else {
          again(task, "稍后改由他人发送", now);
        }
      }
    }
  }

  private void withdraw(MassSendTask task, List<Unsent> unsent, Instant now) {
    var why = rules.withdrawal(unsent, now);
    var rule = why.map(ContactRule.Refusal::rule).orElse("withdrawn");
    var reason = why.map(ContactRule.Refusal::reason).orElse("已撤回");
    settling.write(
        task.msgId(),
        unsent.stream().map(u -> new Settled(u.id(), TouchState.REFUSED, rule, reason)).toList(),
        now);
    table.end(task.msgId(), new MassSendEnding.Withdrawn(rule, reason), now);
    log.info("Mass send {} withdrawn: {}", task.msgId(), rule);
  }

  private void again(MassSendTask task, String why, Instant now) {
    var next = now.plus(settings.pause());
    log.warn("SIYU-3132 mass send {} not cancelled: {}; again at {}", task.msgId(), why, next);
    table.later(task.msgId(), next, why);
  }
}
