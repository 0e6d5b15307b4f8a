package dev.siyu.closings;

import dev.siyu.approvals.WorkingHours;
import dev.siyu.approvals.WorkingHours.Deadlines;
import dev.siyu.attribution.AttributionRefused;
import dev.siyu.attribution.Settlements;
import dev.siyu.closings.ClosingTable.Row;
import dev.siyu.closings.ClosingTable.Said;
import dev.siyu.closings.Closings.Answer;
import dev.siyu.closings.Closings.State;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journey does with a month; every step may be repeated. */
@Component
class ClosingSteps implements ClosingWork {

  private static final Logger log = LoggerFactory.getLogger(ClosingSteps.class);

  private final ClosingTable table;
  private final Settlements settlements;
  private final WorkingHours hours;
  private final ClosingNews news;
  private final ClosingLetters letters;
  private final ClosingSettings settings;
  private final TransactionTemplate transactions;

  ClosingSteps(
      ClosingTable table,
      Settlements settlements,
      WorkingHours hours,
      ClosingNews news,
      ClosingLetters letters,
      ClosingSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.settlements = settlements;
    this.hours = hours;
    this.news = news;
    this.letters = letters;
    this.settings = settings;
    this.transactions = transactions;
  }

  /**
   * A wrong book is waited for always, open orders and disputes for a while. One that is only
   * behind is looked at again soon.
   */
  @Override
  public Looked check(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var row = row(key);
              var open = settlements.open(row.month());
              boolean done = isEnough(open, row, now);
              boolean onlyBehind = !done && isEnough(open.onceBooked(), row, now);
              var words = open.isClear() ? "" : ClosingLetters.words(open);
              table.note(row.month(), words);
              if (done) {
                table.move(row.month(), List.of(State.CHECKING), State.SETTLING, now);
              } else {
                letters.finance(row, "check", now, words);
              }
              return new Looked(
                  done, onlyBehind ? hours.after(now, settings.bookWait()) : later(now));
            }));
  }

  private static boolean isEnough(Settlements.Open open, Row row, Instant now) {
    return open.isClear() || (!open.isUnsafe() && !now.isBefore(row.checkUntil()));
  }

  @Override
  public Instant settle(String key, Instant now) {
    var row = row(key);
    var month = row.month();
    var settlement = settlements.find(month);
    try {
      if (settlement.isEmpty()) {
        settlements.start(month, row.openedBy());
      } else {
        switch (settlement.get().state()) {
          case RUNNING -> {}
          case STOPPED -> letters.finance(row, "stopped", now, "结算被暂停，请在结算页继续");
          case DONE -> settlements.resume(month, row.openedBy());
          case ASKED, CLOSED -> news.settled(month);
        }
      }
    } catch (AttributionRefused refused) {
      log.warn(
          "SIYU-8184 {} cannot be settled now: {}; looked at again", month, refused.getMessage());
      letters.finance(row, "refused", now, String.valueOf(refused.getMessage()));
    }
    return later(now);
  }

  @Override
  public Instant send(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var row = row(key);
              var times = hours.deadlines(now, settings.confirmHours(), settings.escalateHours());
              table.confirming(row.month(), times, now);
              var stored = Objects.requireNonNullElse(row(key).times(), times);
              ClosingLetters.departments(settlements.statements(row.month()))
                  .forEach(
                      department -> {
                        table.expect(row, department);
                        letters.statement(row, department, stored.answerBy());
                      });
              if (silent(row).isEmpty()) {
                news.answered(row.month());
              }
              return stored.remindAt();
            }));
  }

  @Override
  public Looked chase(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var row = table.lock(YearMonth.parse(key)).orElseThrow();
              var times = Objects.requireNonNull(row.times());
              var silent = silent(row);
              return switch (times.stage(now)) {
                case IN_TIME -> remind(row, silent, times);
                case LATE -> escalate(row, silent, times);
                case OVER -> giveUp(row, silent, times, now);
              };
            }));
  }

  private Looked remind(Row row, List<String> silent, Deadlines times) {
    silent.forEach(department -> letters.reminder(row, department, times.answerBy()));
    return new Looked(false, times.answerBy());
  }

  private Looked escalate(Row row, List<String> silent, Deadlines times) {
    if (!silent.isEmpty()) {
      letters.boss(row, silent);
    }
    return new Looked(false, times.giveUpAt());
  }

  /**
   * When people answered everything, their message is on its way and has to be taken in this round,
   * or the next one would take it for its own. Repeated, it finds the silence it noted.
   */
  private Looked giveUp(Row row, List<String> silent, Deadlines times, Instant now) {
    var messageGone = times.giveUpAt().plus(settings.messageWait());
    boolean toldOf =
        silent.isEmpty()
            && table.said(row).stream().noneMatch(one -> one.answer() == Answer.SILENT);
    if (toldOf && now.isBefore(messageGone)) {
      return new Looked(false, messageGone);
    }
    silent.forEach(
        department ->
            table.answer(
                row.month(), new Said(department, Answer.SILENT, "siyu", null, "", null), now));
    return new Looked(true, now);
  }

  @Override
  public Looked ask(String key, Instant now) {
    var row = row(key);
    var month = row.month();
    try {
      boolean done =
          Objects.requireNonNull(transactions.execute(status -> asked(row, now, status)));
      return new Looked(done, done ? now : later(now));
    } catch (AttributionRefused refused) {
      table.note(month, String.valueOf(refused.getMessage()));
      letters.finance(row, "ask", now, String.valueOf(refused.getMessage()));
      return new Looked(false, later(now));
    }
  }

  /**
   * In one transaction, so that whoever decides finds a month that waits for it; false when a
   * decision that was asked for by hand ended at the same moment. A month that was asked for before
   * and is elsewhere by now - rejected, called off - is left alone: its journey is told.
   */
  private boolean asked(Row row, Instant now, TransactionStatus status) {
    var month = row.month();
    switch (settled(month)) {
      case RUNNING, STOPPED, DONE -> settlements.ask(month, row.openedBy());
      case ASKED, CLOSED -> {}
    }
    table.note(month, "");
    boolean moved =
        table.move(month, List.of(State.CONFIRMING, State.SETTLING), State.DECIDING, now);
    if (!moved && !isAskedFor(month)) {
      status.setRollbackOnly();
      return true;
    }
    return switch (settled(month)) {
      case ASKED -> true;
      case CLOSED -> {
        if (table.move(month, List.of(State.DECIDING), State.CLOSED, now)) {
          news.decided(month, "CLOSED");
        }
        yield true;
      }
      case RUNNING, STOPPED, DONE -> {
        table.move(month, List.of(State.DECIDING), State.CONFIRMING, now);
        yield false;
      }
    };
  }

  private boolean isAskedFor(YearMonth month) {
    return table
        .find(month)
        .filter(one -> one.state() == State.DECIDING || one.state() == State.CLOSED)
        .isPresent();
  }

  private Settlements.State settled(YearMonth month) {
    return settlements.find(month).orElseThrow().state();
  }

  @Override
  public void conclude(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var row = row(key);
          if (row.state() == State.CLOSED) {
            letters.closed(row, settlements.statements(row.month()));
          }
        });
  }

  private List<String> silent(Row row) {
    return table.said(row).stream()
        .filter(one -> one.answer() == null)
        .map(Said::department)
        .toList();
  }

  private Instant later(Instant now) {
    return hours.after(now, Duration.ofHours(settings.checkHours()));
  }

  private Row row(String key) {
    return table.find(YearMonth.parse(key)).orElseThrow();
  }
}
