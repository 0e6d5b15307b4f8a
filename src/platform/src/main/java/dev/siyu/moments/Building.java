package dev.siyu.moments;

import dev.siyu.calls.CallResult;
import dev.siyu.moments.PlanTable.Change;
import dev.siyu.wecom.Moments;
import dev.siyu.wecom.Moments.Job;
import dev.siyu.wecom.Moments.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows the asynchronous creation, and finds a moment whose creation got no answer. */
@Component
class Building {

  private static final Logger log = LoggerFactory.getLogger(Building.class);

  /** WeCom forgets a job after this (doc 95094). */
  private static final Duration JOB_LIVES = Duration.ofHours(24);

  /** A moment that WeCom does not list this long after the call was never created. */
  private static final Duration LISTED_WITHIN = Duration.ofHours(1);

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final PlanTable plans;
  private final SenderTable senders;
  private final Moments weCom;
  private final MomentSettings settings;

  Building(PlanTable plans, SenderTable senders, Moments weCom, MomentSettings settings) {
    this.plans = plans;
    this.senders = senders;
    this.weCom = weCom;
    this.settings = settings;
  }

  void job(Plan plan, Instant now) {
    switch (weCom.job(Objects.requireNonNull(plan.jobId()))) {
      case CallResult.Ok<Job> ok -> told(plan, ok.value(), now);
      case CallResult.Retryable<Job> again -> wait(plan, Endings.of(again), now);
      case CallResult.Unknown<Job> none -> wait(plan, Endings.of(none), now);
      case CallResult.Declined<Job> no -> wait(plan, Endings.of(no), now);
      case CallResult.Broken<Job> broken -> wait(plan, Endings.of(broken), now);
    }
  }

  private void told(Plan plan, Job job, Instant now) {
    switch (job) {
      case Job.UnderWay still -> wait(plan, "", now);
      case Job.Done done -> {
        senders.leaveOut(plan.id(), done.invalidSenders(), "企业微信不接受这位成员");
        open(plan, done.momentId(), now);
      }
      case Job.Failed failed -> {
        senders.expectNobody(plan.id());
        plans.move(
            plan.id(),
            MomentState.REFUSED,
            Change.end(failed.code(), "企业微信：" + failed.reason()),
            now,
            null);
      }
    }
  }

  private void wait(Plan plan, String why, Instant now) {
    var since = Objects.requireNonNull(plan.claimedAt());
    if (now.isAfter(since.plus(JOB_LIVES))) {
      plans.move(plan.id(), MomentState.UNKNOWN, Change.next(now, "24 小时后仍不知道是否创建成功"), now, null);
    } else {
      plans.later(plan.id(), now.plus(settings.jobPoll()), why.isEmpty() ? null : why);
    }
  }

  /** Looks for it in WeCom's list by its text; found, it goes on as if nothing had been. */
  void lookFor(Plan plan, Instant now) {
    var since = Objects.requireNonNull(plan.claimedAt());
    var text = Objects.requireNonNull(plan.said());
    var from = since.minus(CLOCKS_DIFFER);
    var until = since.plus(CLOCKS_DIFFER);
    var found = weCom.find(text, from, until);
    if (found instanceof CallResult.Ok<Lookup> ok) {
      var momentId = ok.value().momentId();
      if (momentId != null) {
        log.info("Moment {} was created after all: {}", plan.id(), momentId);
        open(plan, momentId, now);
        return;
      }
      if (now.isAfter(since.plus(LISTED_WITHIN))) {
        log.warn("SIYU-3453 moment {} is not in WeCom's list; a person has to decide", plan.id());
        plans.rest(plan.id(), "企业微信的列表里没有这条朋友圈；确认后可取消，再重新计划");
        return;
      }
    }
    plans.later(plan.id(), now.plus(settings.lookUp().dividedBy(6)), Endings.of(found));
  }

  private void open(Plan plan, String momentId, Instant now) {
    var change =
        new Change(now.plus(settings.pause()), null, null, null, momentId, null, null, null, null);
    plans.move(plan.id(), MomentState.OPEN, change, now, null);
  }
}
