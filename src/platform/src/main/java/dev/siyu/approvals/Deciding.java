package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Choice;
import dev.siyu.approvals.ApprovalInbox.Outcome;
import dev.siyu.approvals.FourEyes.Attempt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a decision in one transaction: the request is held, four eyes are asked, the decision is
 * stored and with it its way to the engine. Without the database nothing is decided.
 */
@Component
class Deciding {

  private static final Logger log = LoggerFactory.getLogger(Deciding.class);
  private static final int MAX_FORM = 10_000;
  private static final int MAX_COMMENT = 500;

  private final RequestTable requests;
  private final LevelTable levels;
  private final TaskReads tasks;
  private final DecisionTable decisions;
  private final RefusalTable refusals;
  private final Humans humans;
  private final Entitlement entitlement;
  private final CardBoard cards;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final JsonMapper json;

  Deciding(
      RequestTable requests,
      LevelTable levels,
      TaskReads tasks,
      DecisionTable decisions,
      RefusalTable refusals,
      Humans humans,
      Entitlement entitlement,
      CardBoard cards,
      TransactionTemplate transactions,
      Clock clock,
      JsonMapper json) {
    this.requests = requests;
    this.levels = levels;
    this.tasks = tasks;
    this.decisions = decisions;
    this.refusals = refusals;
    this.humans = humans;
    this.entitlement = entitlement;
    this.cards = cards;
    this.transactions = transactions;
    this.clock = clock;
    this.json = json;
  }

  Outcome decide(Choice choice, String name) {
    var form = json.writeValueAsString(choice.form());
    var wrong = wrong(choice, form);
    if (wrong != null) {
      return new Outcome.Wrong(wrong);
    }
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var asked = requests.hold(AskedRequest.number(choice.id())).orElse(null);
              var person = humans.named(name).orElse(null);
              var task =
                  tasks
                      .find(choice.taskKey())
                      .filter(found -> found.approval().equals(choice.id()))
                      .orElse(null);
              if (asked == null || person == null || task == null) {
                return new Outcome.NotFound();
              }
              if (task.isForRequester() != (choice.answer() == Answer.ANSWER)) {
                return new Outcome.Wrong(
                    "answer: %s (expected: %s)"
                        .formatted(
                            choice.answer(),
                            task.isForRequester() ? "ANSWER" : "APPROVE, REJECT or ASK_BACK"));
              }
              return decide(choice, form, asked, person, task);
            }));
  }

  private Outcome decide(
      Choice choice, String form, AskedRequest asked, Human person, TaskReads.Task task) {
    var attempt =
        task.isForRequester()
            ? supplying(choice, asked, person, task)
            : signing(choice, asked, person, task);
    var objection = FourEyes.objection(attempt);
    if (objection.isPresent()) {
      return refused(objection.get(), attempt);
    }
    var level = levels.open(asked.id()).map(LevelTable.Row::number).orElse(0);
    var fresh =
        new DecisionTable.Fresh(
            task,
            asked,
            level,
            choice.answer().name(),
            person,
            attempt.principal(),
            choice.hash(),
            form,
            choice.comment().strip(),
            choice.channel());
    var id = decisions.add(fresh, clock.instant());
    if (id.isEmpty()) {
      return refused(FourEyes.Rule.REPLAY, attempt);
    }
    log.info(
        "Decision {} on {}: {} by {}; the engine is told",
        id.get(),
        asked.name(),
        choice.answer(),
        person.name());
    cards.decided(asked, level, task.group(), choice.answer(), person);
    return new Outcome.Accepted(id.get());
  }

  /** Whether somebody may sign at all, before they are asked to confirm; a refusal is kept. */
  Optional<Outcome.Refused> objection(
      Choice choice, AskedRequest asked, Human person, TaskReads.Task task) {
    var attempt = signing(choice, asked, person, task);
    return FourEyes.objection(attempt).map(rule -> refused(rule, attempt));
  }

  private Attempt signing(Choice choice, AskedRequest asked, Human person, TaskReads.Task task) {
    var requester = humans.requester(asked);
    var earlier = signedBefore(asked);
    var barred = new ArrayList<>(earlier);
    requester.ifPresent(barred::add);
    var right = entitlement.of(person, task.group(), asked.request().kind(), barred);
    return new Attempt(
        asked,
        task,
        requester.orElse(null),
        person,
        right.principal(),
        right.entitled(),
        earlier,
        choice.hash(),
        decisions.ofTask(task.key()).isPresent(),
        levels.open(asked.id()).map(LevelTable.Row::deadline).orElse(null),
        clock.instant());
  }

  /** What was asked back is supplied by whoever asked, nobody else. */
  private Attempt supplying(Choice choice, AskedRequest asked, Human person, TaskReads.Task task) {
    boolean theirs = asked.isBy(person);
    boolean replay = decisions.ofTask(task.key()).isPresent();
    return new Attempt(
        asked,
        task,
        null,
        person,
        null,
        theirs,
        List.of(),
        choice.hash(),
        replay,
        null,
        clock.instant());
  }

  private List<Human> signedBefore(AskedRequest asked) {
    var people = new ArrayList<Human>();
    for (var row : decisions.of(asked.id())) {
      if (row.answer().equals("APPROVE") && !row.isTooLate()) {
        humans.find(row.personId()).ifPresent(people::add);
        var principal = row.inPlaceOfId();
        if (principal != null) {
          humans.find(principal).ifPresent(people::add);
        }
      }
    }
    return people;
  }

  private Outcome.Refused refused(FourEyes.Rule rule, Attempt attempt) {
    refusals.add(
        attempt.asked().id(),
        attempt.task().key(),
        attempt.person(),
        rule.name(),
        rule.zh,
        clock.instant());
    log.info(
        "SIYU-8010 {} may not decide on {}: {}; kept for the audit",
        attempt.person().name(),
        attempt.asked().name(),
        rule);
    return new Outcome.Refused(rule.name(), rule.zh, rule.en);
  }

  private static @Nullable String wrong(Choice choice, String form) {
    if (choice.comment().length() > MAX_COMMENT || form.length() > MAX_FORM) {
      return "comment, form (expected: at most %d and %d characters)"
          .formatted(MAX_COMMENT, MAX_FORM);
    }
    boolean reasonNeeded = choice.answer() != Answer.APPROVE;
    return reasonNeeded && choice.comment().isBlank()
        ? "comment: empty (expected: a reason for " + choice.answer() + ")"
        : null;
  }
}
