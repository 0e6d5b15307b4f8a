package dev.siyu.closings;

import dev.siyu.approvals.WorkingHours;
import dev.siyu.attribution.SettlementChanged;
import dev.siyu.attribution.Settlements;
import dev.siyu.closings.ClosingTable.Row;
import dev.siyu.closings.ClosingTable.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Guards what people do, and follows what happens to settlements. */
@Component
class GuardedClosings implements Closings {

  private static final Logger log = LoggerFactory.getLogger(GuardedClosings.class);
  private static final List<State> UNDER_WAY =
      List.of(State.CHECKING, State.SETTLING, State.CONFIRMING, State.DECIDING);

  private final ClosingTable table;
  private final Settlements settlements;
  private final WorkingHours hours;
  private final ClosingNews news;
  private final ClosingLetters letters;
  private final ClosingSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  GuardedClosings(
      ClosingTable table,
      Settlements settlements,
      WorkingHours hours,
      ClosingNews news,
      ClosingLetters letters,
      ClosingSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.settlements = settlements;
    this.hours = hours;
    this.news = news;
    this.letters = letters;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> list() {
    var said = table.said();
    return table.list().stream()
        .map(row -> view(row, said.getOrDefault(row.month(), List.of())))
        .toList();
  }

  private View view(Row row, List<Said> said) {
    boolean looks = row.state() == State.CHECKING || row.state() == State.SETTLING;
    var now = said.isEmpty() ? Map.<String, String>of() : hashes(row.month());
    return new View(
        row.month(),
        row.state(),
        row.round(),
        row.openedBy(),
        row.openedAt(),
        row.times() == null ? null : row.times().answerBy(),
        row.note(),
        looks ? settlements.open(row.month()) : null,
        said.stream()
            .map(
                one ->
                    new Confirmation(
                        one.department(),
                        one.answer(),
                        one.person(),
                        one.note(),
                        one.at(),
                        now.get(one.department()),
                        one.hash() != null && !one.hash().equals(now.get(one.department()))))
            .toList());
  }

  private Map<String, String> hashes(YearMonth month) {
    return settlements.statements(month).stream()
        .collect(Collectors.toMap(Settlements.Statement::department, Settlements.Statement::hash));
  }

  @Override
  public void open(YearMonth month, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var now = clock.instant();
          if (!settlements.isClosable(month) || !table.open(month, patience(now), actor, now)) {
            throw new ClosingRefused(
                "SIYU-8180",
                month + " (expected: a month that is over, has money and is not being closed)");
          }
          news.ended(month);
        });
    log.info("{} begins to close {}; its journey checks what is open", actor, month);
  }

  private Instant patience(Instant now) {
    return hours.after(now, Duration.ofHours(settings.patienceHours()));
  }

  @Override
  public void goOn(YearMonth month, String actor) {
    transactions.executeWithoutResult(
        status -> {
          if (!table.goOn(month, clock.instant())) {
            throw new ClosingRefused("SIYU-8181", month + " (expected: one that waits)");
          }
          news.looked(month);
        });
    log.info("{} goes on with closing {} without what is open", actor, month);
  }

  @Override
  public void callOff(YearMonth month, String actor) {
    transactions.executeWithoutResult(
        status -> {
          if (!table.move(month, UNDER_WAY, State.CALLED_OFF, clock.instant())) {
            throw new ClosingRefused("SIYU-8181", month + " (expected: one under way)");
          }
          news.calledOff(month);
        });
    log.info("{} calls the closing of {} off; its settlement goes on by hand", actor, month);
  }

  @Override
  public void answer(
      YearMonth month, String department, Answer answer, String hash, String note, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var row = table.lock(month).orElseThrow(() -> notAsked(month, department));
          if (!hash.equals(hashes(month).get(department))) {
            throw new ClosingRefused(
                "SIYU-8183", "the statement of " + department + " changed (expected: look again)");
          }
          var said = new Said(department, answer, actor, hash, note, null);
          if (!table.answer(month, said, clock.instant())) {
            throw notAsked(month, department);
          }
          if (table.said(row).stream().allMatch(one -> one.answer() != null)) {
            news.answered(month);
          }
        });
  }

  private static ClosingRefused notAsked(YearMonth month, String department) {
    return new ClosingRefused(
        "SIYU-8182", month + " of " + department + " (expected: one that waits for its answer)");
  }

  /** In the transaction that changed the settlement; also when people did it by hand. */
  @EventListener
  void follow(SettlementChanged changed) {
    var month = changed.month();
    var row = table.lock(month).filter(one -> one.state().isUnderWay()).orElse(null);
    if (row == null) {
      return;
    }
    switch (changed.to()) {
      case DONE -> {
        if (changed.from() == Settlements.State.ASKED) {
          rejected(month, changed.reason());
        } else if (row.state() == State.SETTLING) {
          news.settled(month);
        }
      }
      case CLOSED -> closed(row);
      case RUNNING, STOPPED, ASKED -> {}
    }
  }

  /** Asked and rejected by hand while the journey is elsewhere: it must not hear of it later. */
  private void rejected(YearMonth month, String reason) {
    var now = clock.instant();
    if (table.again(month, patience(now), reason, now)) {
      news.decided(month, "REJECTED");
    }
  }

  /** Closed by hand before the journey asked, it has nothing left to do. */
  private void closed(Row row) {
    table.move(row.month(), UNDER_WAY, State.CLOSED, clock.instant());
    if (row.state() == State.DECIDING) {
      news.decided(row.month(), "CLOSED");
    } else {
      letters.closed(row, settlements.statements(row.month()));
      news.calledOff(row.month());
    }
  }
}
