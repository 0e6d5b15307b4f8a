package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads a request through its levels. */
@Component
class Signing implements ApprovalSteps {

  private static final Logger log = LoggerFactory.getLogger(Signing.class);
  private static final String APPROVE = "APPROVE";
  private static final String REMINDER = "提醒：还在等您决定。";

  private final RequestTable requests;
  private final RequestDesk desk;
  private final LevelTable levels;
  private final TaskReads tasks;
  private final DecisionTable decisions;
  private final LimitsInForce limits;
  private final Humans humans;
  private final WorkingCalendar calendar;
  private final Callers callers;
  private final CardBoard cards;
  private final SignersTold outcome;
  private final ApprovalSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Signing(
      RequestTable requests,
      RequestDesk desk,
      LevelTable levels,
      TaskReads tasks,
      DecisionTable decisions,
      LimitsInForce limits,
      Humans humans,
      WorkingCalendar calendar,
      Callers callers,
      CardBoard cards,
      SignersTold outcome,
      ApprovalSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.requests = requests;
    this.desk = desk;
    this.levels = levels;
    this.tasks = tasks;
    this.decisions = decisions;
    this.limits = limits;
    this.humans = humans;
    this.calendar = calendar;
    this.callers = callers;
    this.cards = cards;
    this.outcome = outcome;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Checked check(String id) {
    return transactions.execute(
        status -> {
          var asked = asked(id);
          var limit = limits.on(asked.request());
          if (levels.limited(asked.id(), limit, limits.version())) {
            levels.add(asked.id(), plan(asked, limit));
          }
          return new Checked(levels.of(asked.id()).isEmpty(), levels.reason(asked.id()));
        });
  }

  private List<SigningPlan.Level> plan(AskedRequest asked, Limit limit) {
    var request = asked.request();
    var requester = humans.requester(asked);
    var others =
        humans.enabled().stream()
            .filter(human -> requester.isEmpty() || !human.isSameAs(requester.get()))
            .toList();
    return SigningPlan.of(
        limit,
        request.departments(),
        requester.map(Human::department).orElse(""),
        group -> others.stream().anyMatch(human -> human.isIn(group)));
  }

  @Override
  public Opened open(String id, Progress progress) {
    return transactions.execute(
        status -> {
          var asked = asked(id);
          var before = progress.level();
          if (before != null) {
            settle(asked, before, progress.signatures());
          }
          if (!asked.isOpen()) {
            return new Opened.Nobody();
          }
          return switch (NextLevel.of(levels.of(asked.id()), progress)) {
            case NextLevel.Open next -> opened(asked, next);
            case NextLevel.Enough enough -> new Opened.Enough();
            case NextLevel.Nobody nobody -> new Opened.Nobody();
          };
        });
  }

  private Opened opened(AskedRequest asked, NextLevel.Open next) {
    var now = clock.instant();
    var time = Duration.ofHours(levels.of(asked.id()).get(next.number()).hours());
    var remindAt = calendar.after(now, time.multipliedBy(settings.remindAt()).dividedBy(100));
    var dueAt = calendar.after(now, time);
    var answerBy = calendar.after(dueAt, Duration.ofHours(settings.answerHours()));
    levels.open(asked.id(), next.number(), now, remindAt, dueAt);
    // asked again after something was supplied: another card than the one that asked before
    var occasion = "o" + decisions.of(asked.id()).size();
    var call =
        new Callers.Call(next.number(), next.groups(), dueAt, tasks.newestOf(asked), occasion, "");
    callers.call(asked, call);
    cards.passedOn(asked, next.number());
    log.info("Approval {} waits for {} until {}", asked.name(), next.groups(), dueAt);
    return new Opened.Signers(next.number(), next.groups(), remindAt, dueAt, answerBy);
  }

  @Override
  public void remind(String id, int level) {
    transactions.executeWithoutResult(
        status -> {
          var asked = asked(id);
          var open = levels.open(asked.id()).filter(row -> row.number() == level);
          if (!asked.isOpen() || open.isEmpty()) {
            return;
          }
          var agreed = decisions.groupsAgreed(asked.id(), level);
          var missing =
              open.get().groups().stream().filter(group -> !agreed.contains(group)).toList();
          var occasion = "r" + levels.reminded(asked.id(), level);
          var deadline = open.get().deadline();
          callers.call(
              asked,
              new Callers.Call(
                  level,
                  missing,
                  deadline == null ? clock.instant() : deadline,
                  cards.round(asked, level),
                  occasion,
                  REMINDER));
        });
  }

  @Override
  public void conclude(String id, Ending ending, List<Signature> signatures) {
    transactions.executeWithoutResult(
        status -> {
          var asked = asked(id);
          decisions.effective(
              signatures.stream().map(Signature::decision).toList(), clock.instant());
          levels.endAll(asked.id(), clock.instant());
          var said = decisions.effectiveOf(asked.id());
          var deciders = said.stream().map(ApprovalInbox.Said::person).distinct().toList();
          var reason =
              switch (ending) {
                case APPROVED_BY_RULE -> levels.reason(asked.id());
                case APPROVED, REJECTED -> said.isEmpty() ? "" : said.getLast().comment();
                case EXPIRED, WITHDRAWN -> "";
              };
          desk.end(asked, ending, ending == Ending.EXPIRED ? List.of() : deciders, reason);
        });
  }

  @Override
  public void tellSigners(String id, String said) {
    transactions.executeWithoutResult(status -> outcome.tell(asked(id), said));
  }

  private void settle(AskedRequest asked, int level, List<Signature> signatures) {
    decisions.effective(signatures.stream().map(Signature::decision).toList(), clock.instant());
    var agreed =
        signatures.stream()
            .filter(signature -> signature.answer().equals(APPROVE))
            .map(Signature::group)
            .toList();
    levels.signed(asked.id(), level, agreed);
  }

  /** Held first, as whoever decides on it does: two of them never wait for each other. */
  private AskedRequest asked(String id) {
    return requests
        .hold(AskedRequest.number(id))
        .orElseThrow(() -> new IllegalArgumentException("SIYU-8003 no request " + id));
  }
}
