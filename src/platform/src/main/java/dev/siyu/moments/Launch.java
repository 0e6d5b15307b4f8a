package dev.siyu.moments;

import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Accounts;
import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.moments.PlanTable.Change;
import dev.siyu.wecom.Moments;
import dev.siyu.wecom.Moments.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates a moment at WeCom: rules, claim, call, record; a call without answer is never repeated.
 */
@Component
class Launch {

  private static final Logger log = LoggerFactory.getLogger(Launch.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Set<Status> SERVING = Set.of(Status.ACTIVE, Status.WARMING);

  private final PlanTable plans;
  private final SenderTable senders;
  private final Pieces pieces;
  private final Contents contents;
  private final Pictures pictures;
  private final Accounts accounts;
  private final Moments weCom;
  private final MonthQuota month;
  private final MomentSettings settings;
  private final TransactionTemplate transactions;

  Launch(
      PlanTable plans,
      SenderTable senders,
      Pieces pieces,
      Contents contents,
      Pictures pictures,
      Accounts accounts,
      Moments weCom,
      MonthQuota month,
      MomentSettings settings,
      TransactionTemplate transactions) {
    this.plans = plans;
    this.senders = senders;
    this.pieces = pieces;
    this.contents = contents;
    this.pictures = pictures;
    this.accounts = accounts;
    this.weCom = weCom;
    this.month = month;
    this.settings = settings;
    this.transactions = transactions;
  }

  void of(Plan plan, Instant now) {
    var room = room(now);
    if (room.isAfter(now)) {
      plans.later(plan.id(), room, null);
      return;
    }
    transactions.executeWithoutResult(status -> choose(plan, now));
    var piece = pieces.approved(plan.content()).orElse(null);
    var asked = senders.asked(plan.id());
    var facts =
        new MomentRules.Facts(
            piece != null,
            piece == null ? List.of() : piece.attachments(),
            month.created(now),
            asked.size());
    var objection = MomentRules.objection(facts, settings).orElse(null);
    var text =
        piece == null
            ? null
            : contents.render(plan.content(), piece.version(), Map.of()).orElse(null);
    if (objection != null || piece == null || text == null) {
      var no =
          objection == null ? MomentRules.CONTENT_IS_APPROVED.look(facts, settings) : objection;
      refuse(plan, no == null ? "content-missing" : no.rule(), no == null ? "" : no.reason(), now);
      return;
    }
    switch (pictures.of(piece.attachments())) {
      case CallResult.Ok<List<Picture>> ok -> create(plan, piece, text, asked, ok.value(), now);
      case CallResult.Retryable<List<Picture>> again ->
          plans.later(plan.id(), later(again.after(), now), again.code() + " " + again.reason());
      case CallResult.Unknown<List<Picture>> none ->
          plans.later(plan.id(), now.plus(settings.pause()), none.reason());
      case CallResult.Declined<List<Picture>> no -> refuse(plan, no.code(), no.reason(), now);
      case CallResult.Broken<List<Picture>> broken ->
          refuse(plan, broken.code(), broken.reason(), now);
    }
  }

  /** Now, or when one more creation fits into WeCom's minute, outside quiet hours. */
  private Instant room(Instant now) {
    var awake = MomentRules.awake(now, settings, accounts.zone());
    var recent = plans.createdSince(now.minus(WINDOW));
    int free = settings.callsPerMinute();
    var fits = recent.size() < free ? now : recent.get(recent.size() - free).plus(WINDOW);
    return awake.isAfter(fits) ? awake : fits;
  }

  /** Leaves out accounts that do not serve, and those whose customers would see too many. */
  private void choose(Plan plan, Instant now) {
    var asked = senders.asked(plan.id());
    var serving =
        accounts.standings().stream()
            .filter(one -> SERVING.contains(one.account().status()))
            .map(one -> one.account().userId())
            .collect(Collectors.toSet());
    senders.leaveOut(
        plan.id(), asked.stream().filter(one -> !serving.contains(one)).toList(), "账号现在不服务");
    senders.expect(plan.id(), senders.asked(plan.id()), plan.tags(), accounts.day(now));
    senders
        .capped(plan.id(), settings.seenPerDay())
        .forEach(
            (staff, customers) ->
                senders.leaveOut(
                    plan.id(),
                    List.of(staff),
                    customers + " 位客户今天已看到 " + settings.seenPerDay() + " 条朋友圈"));
  }

  private void create(
      Plan plan,
      Pieces.Approved piece,
      String text,
      List<String> asked,
      List<Picture> shown,
      Instant now) {
    var claim =
        new Change(
            now.plus(settings.callTimeout()),
            null,
            null,
            null,
            null,
            piece.version(),
            text,
            null,
            null);
    if (!plans.move(plan.id(), MomentState.CREATING, claim, now, null)) {
      return;
    }
    switch (weCom.create(text, shown, asked, plan.tags())) {
      case CallResult.Ok<String> ok ->
          plans.move(
              plan.id(),
              MomentState.BUILDING,
              new Change(
                  now.plus(settings.jobPoll()),
                  null,
                  null,
                  ok.value(),
                  null,
                  null,
                  null,
                  null,
                  null),
              now,
              null);
      case CallResult.Retryable<String> again -> {
        senders.expectNobody(plan.id());
        plans.move(
            plan.id(),
            MomentState.PLANNED,
            Change.next(later(again.after(), now), again.code() + " " + again.reason()),
            now,
            null);
      }
      case CallResult.Declined<String> no -> refuse(plan, no.code(), no.reason(), now);
      case CallResult.Broken<String> broken -> refuse(plan, broken.code(), broken.reason(), now);
      case CallResult.Unknown<String> none -> unknown(plan, none.code() + " " + none.reason(), now);
    }
  }

  /** The creation may or may not have happened; it is looked up in WeCom's list. */
  void unknown(Plan plan, String why, Instant now) {
    var next = now.plus(settings.pause());
    if (plans.move(plan.id(), MomentState.UNKNOWN, Change.next(next, why), now, null)) {
      log.warn("SIYU-3452 moment {} got no answer: {}; looked up at {}", plan.id(), why, next);
    }
  }

  private void refuse(Plan plan, String rule, @Nullable String reason, Instant now) {
    senders.expectNobody(plan.id());
    plans.move(plan.id(), MomentState.REFUSED, Change.end(rule, reason), now, null);
  }

  private Instant later(Duration after, Instant now) {
    return now.plus(after.compareTo(settings.pause()) > 0 ? after : settings.pause());
  }
}
