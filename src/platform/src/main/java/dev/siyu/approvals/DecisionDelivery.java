package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalInbox.SaidState;
import dev.siyu.engine.UserTasks;
import dev.siyu.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes stored decisions to the engine, each until it is there. The action in the engine's record
 * tells a repetition of our own from somebody else's end of the task.
 */
@Component
class DecisionDelivery implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(DecisionDelivery.class);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  private final RequestTable requests;
  private final DecisionTable decisions;
  private final TaskReads tasks;
  private final CardBoard cards;
  private final TransactionTemplate transactions;
  private final ObjectProvider<UserTasks> engine;

  DecisionDelivery(
      RequestTable requests,
      DecisionTable decisions,
      TaskReads tasks,
      CardBoard cards,
      TransactionTemplate transactions,
      ObjectProvider<UserTasks> engine) {
    this.requests = requests;
    this.decisions = decisions;
    this.tasks = tasks;
    this.cards = cards;
    this.transactions = transactions;
    this.engine = engine;
  }

  @Override
  public String name() {
    return "approval-decisions";
  }

  @Override
  public Optional<Instant> nextDue() {
    return decisions.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    decisions.due(now).forEach(row -> deliver(row, now));
  }

  private void deliver(DecisionTable.Row row, Instant now) {
    var variables = Map.<String, Object>of("answer", row.answer(), "decision", row.id());
    switch (engine.getObject().complete(row.taskKey(), action(row), variables)) {
      case DONE -> decisions.settle(List.of(row.id()), SaidState.EFFECTIVE, now);
      case NOT_OPEN -> compare(row, now);
      case LATER -> again(row, now);
    }
  }

  /** The engine has no such task open: the history tells why, perhaps a moment later. */
  private void compare(DecisionTable.Row row, Instant now) {
    var task = tasks.find(row.taskKey());
    if (task.isEmpty() || task.get().isOpen()) {
      again(row, now);
      return;
    }
    if (action(row).equals(task.get().action())) {
      decisions.settle(List.of(row.id()), SaidState.EFFECTIVE, now);
    } else {
      transactions.executeWithoutResult(status -> tooLate(row, now));
      log.info(
          "SIYU-8011 decision {} of {} came too late: its task had ended; page and card say so",
          row.id(),
          row.said().person());
    }
  }

  private void tooLate(DecisionTable.Row row, Instant now) {
    var asked = requests.hold(row.request()).orElseThrow();
    decisions.settle(List.of(row.id()), SaidState.TOO_LATE, now);
    cards.tooLate(asked, row);
  }

  private void again(DecisionTable.Row row, Instant now) {
    var pause = FIRST.multipliedBy(1L << Math.min(row.tries(), MOST_DOUBLINGS));
    decisions.later(row.id(), now.plus(pause));
    log.debug("Decision {} goes to the engine again in {}", row.id(), pause);
  }

  private static String action(DecisionTable.Row row) {
    return "decision:" + row.id();
  }
}
