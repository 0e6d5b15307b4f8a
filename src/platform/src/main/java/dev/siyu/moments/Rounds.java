package dev.siyu.moments;

import dev.siyu.accounts.Accounts;
import dev.siyu.calls.CallResult;
import dev.siyu.moments.Plan.StopFor;
import dev.siyu.moments.PlanTable.Change;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import dev.siyu.wecom.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks up who published an open moment, reminds the others, tells their lead, stops it. */
@Component
class Rounds {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final int SHOWN = 20;

  private final PlanTable plans;
  private final SenderTable senders;
  private final Moments weCom;
  private final Notices notices;
  private final Team team;
  private final Accounts accounts;
  private final MomentSettings settings;
  private final TransactionTemplate transactions;

  Rounds(
      PlanTable plans,
      SenderTable senders,
      Moments weCom,
      Notices notices,
      Team team,
      Accounts accounts,
      MomentSettings settings,
      TransactionTemplate transactions) {
    this.plans = plans;
    this.senders = senders;
    this.weCom = weCom;
    this.notices = notices;
    this.team = team;
    this.accounts = accounts;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** One look at an open moment and what follows from it. */
  void open(Plan plan, Instant now) {
    if (!lookedUp(plan, now)) {
      return;
    }
    if (senders.asked(plan.id()).isEmpty()) {
      if (senders.published(plan.id()).isEmpty()) {
        stop(plan, StopFor.TIME_OUT, "没有可以发表的成员", null, now);
      } else {
        end(plan, MomentState.PUBLISHED, now);
      }
      return;
    }
    var steps = MomentSteps.of(Objects.requireNonNull(plan.openedAt()), settings);
    var due = steps.due(Objects.requireNonNull(plan.doneUntil()), now).orElse(null);
    if (due != null && due.step() == MomentSteps.Step.TIME_OUT) {
      stop(plan, StopFor.TIME_OUT, null, null, now);
      return;
    }
    if (due != null) {
      transactions.executeWithoutResult(status -> take(plan, due, now));
    }
    plans.later(plan.id(), steps.next(now, settings), null);
  }

  private void take(Plan plan, MomentSteps.Planned due, Instant now) {
    if (!plans.step(plan, due, now)) {
      return;
    }
    var waiting = senders.asked(plan.id());
    if (due.step() == MomentSteps.Step.REMIND) {
      plans.note(plan.id(), "REMINDED", null, String.join("、", waiting), now);
      waiting.forEach(staff -> remind(plan, due, staff));
    } else {
      plans.note(plan.id(), "LEAD_TOLD", null, String.join("、", waiting), now);
      var byLead = new TreeMap<String, List<String>>();
      waiting.forEach(
          staff ->
              team.leadOf(staff)
                  .ifPresent(lead -> byLead.merge(lead, List.of(staff), Rounds::both)));
      byLead.forEach((lead, those) -> tell(plan, lead, those));
    }
  }

  private void remind(Plan plan, MomentSteps.Planned due, String staff) {
    notices.tell(
        "moment-reminded:%d:%s:%s".formatted(plan.id(), due.at(), staff),
        staff,
        "有一条朋友圈等您发表，请在企业微信“客户朋友圈”中发表：" + beginning(plan));
  }

  private void tell(Plan plan, String lead, List<String> waiting) {
    var names = String.join("、", waiting.subList(0, Math.min(SHOWN, waiting.size())));
    notices.tell(
        "moment-lead:%d:%s".formatted(plan.id(), lead),
        lead,
        "朋友圈还有 %d 人没有发表：%s（%s）".formatted(waiting.size(), names, beginning(plan)));
  }

  /** Asks WeCom to stop it; the end follows from the look after that. False: it moved on. */
  boolean stop(Plan plan, StopFor why, @Nullable String note, @Nullable String who, Instant now) {
    var change = new Change(now, null, note, null, null, null, null, why, null);
    boolean begun = plans.move(plan.id(), MomentState.STOPPING, change, now, who);
    if (begun) {
      plans.find(plan.id()).ifPresent(stopping -> stopping(stopping, now));
    }
    return begun;
  }

  /** Stopped first, then looked at: whoever published before counts, nobody can afterwards. */
  void stopping(Plan plan, Instant now) {
    var stopped = weCom.cancel(Objects.requireNonNull(plan.momentId()));
    if (!(stopped instanceof CallResult.Ok<Boolean>)) {
      again(plan, stopped, now);
      return;
    }
    if (!lookedUp(plan, now)) {
      return;
    }
    boolean some = !senders.published(plan.id()).isEmpty();
    boolean all = some && senders.asked(plan.id()).isEmpty();
    var person = plan.stopFor() == StopFor.PERSON;
    end(
        plan,
        all
            ? MomentState.PUBLISHED
            : some ? MomentState.PARTLY : person ? MomentState.CANCELLED : MomentState.TIMED_OUT,
        now);
  }

  private void end(Plan plan, MomentState state, Instant now) {
    boolean figures = state == MomentState.PUBLISHED || state == MomentState.PARTLY;
    var next = figures ? now.plus(settings.figuresEvery()) : null;
    var until = figures ? now.plus(settings.figuresFor()) : null;
    transactions.executeWithoutResult(
        status -> {
          senders.close(plan.id());
          plans.move(
              plan.id(),
              state,
              new Change(next, null, null, null, null, null, null, null, until),
              now,
              null);
        });
  }

  /** False when WeCom did not tell; then it is asked again later. */
  boolean lookedUp(Plan plan, Instant now) {
    var moment = Objects.requireNonNull(plan.momentId());
    var told = weCom.senders(moment);
    if (!(told instanceof CallResult.Ok<Map<String, Boolean>> ok)) {
      again(plan, told, now);
      return false;
    }
    for (var staff : senders.asked(plan.id())) {
      if (ok.value().getOrDefault(staff, false)) {
        var viewers = weCom.viewers(moment, staff);
        if (!(viewers instanceof CallResult.Ok<List<String>> seen)) {
          again(plan, viewers, now);
          return false;
        }
        transactions.executeWithoutResult(
            status -> senders.publish(plan.id(), staff, seen.value(), accounts.day(now), now));
      }
    }
    plans.looked(plan.id(), now);
    return true;
  }

  private void again(Plan plan, CallResult<?> told, Instant now) {
    var next = now.plus(settings.pause());
    log.warn("SIYU-3451 moment {} not looked up: {}; again at {}", plan.id(), told, next);
    plans.later(plan.id(), next, "企业微信没有回答：" + Endings.of(told));
  }

  private static String beginning(Plan plan) {
    var text = Objects.requireNonNullElse(plan.said(), plan.content()).replace('\n', ' ');
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static List<String> both(List<String> one, List<String> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
