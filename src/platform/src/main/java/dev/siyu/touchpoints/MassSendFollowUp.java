package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.touchpoints.MassSendTask.Settled;
import dev.siyu.touchpoints.MassSendTask.Unsent;
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
 * tells nobody (it has no callback for it). What is not confirmed goes the way of {@link
 * MassSendPlan}.
 */
@Component
class MassSendFollowUp implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(MassSendFollowUp.class);
  private static final int TASKS = 200;

  private final MassSendTaskTable table;
  private final MassSendSettling settling;
  private final MassSendSteps steps;
  private final WeCom weCom;
  private final MassSendSettings settings;

  MassSendFollowUp(
      MassSendTaskTable table,
      MassSendSettling settling,
      MassSendSteps steps,
      WeCom weCom,
      MassSendSettings settings) {
    this.table = table;
    this.settling = settling;
    this.steps = steps;
    this.weCom = weCom;
    this.settings = settings;
  }

  static Settled expired(Unsent unsent) {
    return new Settled(unsent.id(), TouchState.EXPIRED, "NOT_CONFIRMED", "成员一直没有确认发送");
  }

  @Override
  public String name() {
    return "mass-send-follow-up";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<MassSendTask> tasks;
    do {
      tasks = table.due(now, TASKS);
      tasks.forEach(task -> guarded(task, now));
    } while (tasks.size() == TASKS);
  }

  private void guarded(MassSendTask task, Instant now) {
    try {
      follow(task, now);
    } catch (RuntimeException e) {
      var next = now.plus(settings.pause());
      log.warn("SIYU-3130 step of mass send {} broke off; again at {}", task.msgId(), next, e);
      table.later(task.msgId(), next, null);
    }
  }

  private void follow(MassSendTask task, Instant now) {
    switch (weCom.massSendResults(task.msgId(), task.staffUserId())) {
      case CallResult.Ok<List<MassSendResult>> ok -> {
        var touches = table.unsent(task.msgId());
        var unsent = settling.settle(task.msgId(), touches, statuses(ok.value()), now);
        if (unsent.isEmpty()) {
          table.end(task.msgId(), ending(task, touches), now);
        } else {
          steps.take(task, unsent, now);
        }
      }
      case CallResult.Retryable<List<MassSendResult>> again ->
          notLookedUp(task, again.code() + " " + again.reason(), now.plus(settings.pause()));
      case CallResult.Declined<List<MassSendResult>> no ->
          refused(task, no.code(), no.reason(), now);
      case CallResult.Broken<List<MassSendResult>> broken ->
          refused(task, broken.code(), broken.reason(), now);
      case CallResult.Unknown<List<MassSendResult>> none ->
          notLookedUp(task, none.code() + " " + none.reason(), now.plus(settings.pause()));
    }
  }

  /** WeCom will say the same in a minute: asked again when something else is due, or in an hour. */
  private void refused(MassSendTask task, String code, String reason, Instant now) {
    notLookedUp(task, code + " " + reason, now.plus(settings.lookUps().getLast()));
  }

  private void notLookedUp(MassSendTask task, String why, Instant next) {
    log.warn("SIYU-3131 mass send {} not looked up: {}; again at {}", task.msgId(), why, next);
    table.later(task.msgId(), next, why);
  }

  /** Nobody is left unsent: the member sent it, or all were handed on before a restart. */
  private static MassSendEnding ending(MassSendTask task, List<Unsent> settledNow) {
    boolean handedOn = task.cancelFor() == MassSendTask.CancelFor.REASSIGN && settledNow.isEmpty();
    return handedOn ? new MassSendEnding.Reassigned() : new MassSendEnding.Confirmed();
  }

  private static Map<String, Integer> statuses(List<MassSendResult> results) {
    return results.stream()
        .collect(
            Collectors.toMap(MassSendResult::externalUserId, MassSendResult::status, Math::max));
  }
}
