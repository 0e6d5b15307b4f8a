package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.touchpoints.QueuedSends.Queued;
import dev.siyu.touchpoints.QueuedSends.Task;
import dev.siyu.wecom.WeCom;
import dev.siyu.wecom.WeCom.MassSendResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks up what became of mass sends: created is not sent, a staff member has to confirm, and WeCom
 * tells nobody (it has no callback for it). One call per task, at the moments of {@code
 * siyu.rules.follow-up}; nobody confirmed by the last of them: EXPIRED.
 */
@Component
class MassSendFollowUp implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(MassSendFollowUp.class);
  private static final int TASKS = 200;

  private final QueuedSends queued;
  private final WeCom weCom;
  private final RuleSettings settings;

  MassSendFollowUp(QueuedSends queued, WeCom weCom, RuleSettings settings) {
    this.queued = queued;
    this.weCom = weCom;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "mass-send-follow-up";
  }

  @Override
  public Optional<Instant> nextDue() {
    return queued.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<Task> tasks;
    do {
      tasks = queued.dueTasks(now, TASKS);
      tasks.forEach(task -> lookUp(task, now));
    } while (tasks.size() == TASKS);
  }

  private void lookUp(Task task, Instant now) {
    var touches = queued.of(task, now);
    var answer = weCom.massSendResults(task.msgId(), task.staffUserId());
    if (answer instanceof CallResult.Ok<List<MassSendResult>> ok) {
      Map<String, Integer> statusOf =
          ok.value().stream()
              .collect(
                  Collectors.toMap(
                      MassSendResult::externalUserId, MassSendResult::status, Math::max));
      touches.forEach(touch -> settle(touch, statusOf, now));
    } else {
      var next = now.plus(settings.followUpPause());
      log.warn("Mass send {} not looked up: {}; again at {}", task.msgId(), answer, next);
      touches.forEach(touch -> queued.later(touch.id(), next, false));
    }
  }

  private void settle(Queued touch, Map<String, Integer> statusOf, Instant now) {
    var customer = touch.externalUserId();
    int status = customer == null ? 0 : statusOf.getOrDefault(customer, 0);
    switch (status) {
      case 1 -> queued.end(touch.id(), TouchState.SENT, null, null, now);
      case 2 -> queued.end(touch.id(), TouchState.DECLINED, "NOT_FRIEND", "客户已不是好友", now);
      case 3 -> queued.end(touch.id(), TouchState.DECLINED, "LIMIT", "客户本月接收已达上限", now);
      default -> waitOn(touch, now);
    }
  }

  private void waitOn(Queued touch, Instant now) {
    settings.followUp().stream()
        .map(touch.claimedAt()::plus)
        .filter(moment -> moment.isAfter(now))
        .findFirst()
        .ifPresentOrElse(
            moment -> queued.later(touch.id(), moment, true),
            () -> queued.end(touch.id(), TouchState.EXPIRED, "NOT_CONFIRMED", "成员一直没有确认发送", now));
  }
}
