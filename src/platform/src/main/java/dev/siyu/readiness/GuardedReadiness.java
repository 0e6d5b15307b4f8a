package dev.siyu.readiness;

import dev.siyu.readiness.ReadinessRefused.Why;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Guards every act of people on an assessment. */
@Component
class GuardedReadiness implements Readiness {

  private final SheetTable table;
  private final Sheets sheets;
  private final GapTable gaps;
  private final ReadinessNews news;
  private final SignOff signOff;
  private final ReadinessSettings limits;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ZoneId zone;

  GuardedReadiness(
      SheetTable table,
      Sheets sheets,
      GapTable gaps,
      ReadinessNews news,
      SignOff signOff,
      ReadinessSettings limits,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.sheets = sheets;
    this.gaps = gaps;
    this.news = news;
    this.signOff = signOff;
    this.limits = limits;
    this.transactions = transactions;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<Line> versions() {
    return table.lines();
  }

  @Override
  public Optional<Sheet> find(int version) {
    return sheets.find(version);
  }

  @Override
  public List<Finding> missing(Sheet sheet) {
    return FillRules.missing(sheet, limits);
  }

  @Override
  public int open(String programme, Map<Section, String> owners, String actor) {
    return within(
        () -> {
          int version =
              table
                  .open(programme, owners, actor, clock.instant())
                  .orElseThrow(
                      () -> new ReadinessRefused(Why.OPEN_ALREADY, "an assessment is open"));
          table.act(version, "OPENED", actor, clock.instant(), programme);
          news.opened(version);
          return version;
        });
  }

  @Override
  public Seen answer(Seen seen, List<Said> said, String actor) {
    said.forEach(GuardedReadiness::require);
    return change(
        seen,
        actor,
        "ANSWERED",
        "",
        version -> said.forEach(one -> table.answer(version, one, actor, clock.instant())));
  }

  @Override
  public Seen estimate(Seen seen, Figures.Estimate estimate, String actor) {
    if (estimate.source().isBlank()) {
      throw new ReadinessRefused(Why.BAD_INPUT, "source: '' (expected: where it comes from)");
    }
    return change(
        seen, actor, "ESTIMATED", estimate.source(), version -> table.estimate(version, estimate));
  }

  @Override
  public Seen plan(Seen seen, Plan gap, String actor) {
    var today = clock.instant().atZone(zone).toLocalDate();
    if (!gap.due().isAfter(today)) {
      throw new ReadinessRefused(
          Why.BAD_INPUT, "due: " + gap.due() + " (expected: later than " + today + ")");
    }
    return change(
        seen,
        actor,
        "PLANNED",
        gap.title(),
        version -> gaps.add(version, gap, actor, clock.instant()));
  }

  @Override
  public Seen drop(Seen seen, long gap, String actor) {
    return change(
        seen,
        actor,
        "DROPPED",
        Long.toString(gap),
        version -> {
          if (!gaps.drop(version, gap)) {
            throw new ReadinessRefused(Why.UNKNOWN, "gap " + gap);
          }
        });
  }

  @Override
  public Seen submit(Seen seen, String actor) {
    return within(
        () -> {
          var sheet = known(seen.version());
          var after = move(seen, List.of(State.FILLING), State.FILLED);
          var findings = missing(sheet);
          if (!findings.isEmpty()) {
            throw new ReadinessRefused(findings);
          }
          table.act(seen.version(), "SUBMITTED", actor, clock.instant(), "");
          news.filled(after.version(), after.revision());
          return after;
        });
  }

  @Override
  public Seen withdraw(Seen seen, String reason, String actor) {
    return within(
        () -> {
          var after = move(seen, Sheets.open(), State.WITHDRAWN);
          table.act(seen.version(), "WITHDRAWN", actor, clock.instant(), reason);
          signOff.takeBack(after.version(), actor, reason);
          news.withdrawn(after.version(), after.revision());
          return after;
        });
  }

  /** A change of what others were asked to sign makes it filled in anew. */
  private Seen change(
      Seen seen, String actor, String action, String note, Consumer<Integer> change) {
    return within(
        () -> {
          var before = known(seen.version()).state();
          var after = move(seen, Sheets.open(), State.FILLING);
          change.accept(seen.version());
          table.act(seen.version(), action, actor, clock.instant(), note);
          if (before != State.FILLING) {
            signOff.takeBack(after.version(), actor, "changed");
            news.decided(after.version(), after.revision(), "WITHDRAWN");
          }
          return after;
        });
  }

  private Seen move(Seen seen, List<State> from, State to) {
    return table
        .move(seen.version(), from, to, seen.revision())
        .map(revision -> new Seen(seen.version(), revision))
        .orElseThrow(
            () -> {
              known(seen.version());
              return new ReadinessRefused(Why.CHANGED, "reload and look again");
            });
  }

  private Sheet known(int version) {
    return sheets
        .find(version)
        .orElseThrow(() -> new ReadinessRefused(Why.UNKNOWN, "assessment " + version));
  }

  private static void require(Said said) {
    boolean known = Question.ALL.stream().anyMatch(one -> one.id().equals(said.question()));
    if (!known || said.score() < 0 || said.score() > Question.BEST) {
      throw new ReadinessRefused(
          Why.BAD_INPUT, said.question() + ": " + said.score() + " (expected: a question, 0 to 4)");
    }
  }

  private <T> T within(java.util.function.Supplier<T> act) {
    return Objects.requireNonNull(transactions.execute(status -> act.get()));
  }
}
