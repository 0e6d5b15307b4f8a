package dev.siyu.readiness;

import dev.siyu.tasks.Notices;
import dev.siyu.tasks.StaffTasks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journey does with an assessment; every step may be repeated. */
@Component
class ReadinessSteps implements ReadinessWork {

  private final SheetTable table;
  private final Sheets sheets;
  private final SignOff signOff;
  private final VerdictTable verdicts;
  private final ReadinessNews news;
  private final StaffTasks tasks;
  private final Notices notices;
  private final ReadinessSettings limits;
  private final TransactionTemplate transactions;

  ReadinessSteps(
      SheetTable table,
      Sheets sheets,
      SignOff signOff,
      VerdictTable verdicts,
      ReadinessNews news,
      StaffTasks tasks,
      Notices notices,
      ReadinessSettings limits,
      TransactionTemplate transactions) {
    this.table = table;
    this.sheets = sheets;
    this.signOff = signOff;
    this.verdicts = verdicts;
    this.news = news;
    this.tasks = tasks;
    this.notices = notices;
    this.limits = limits;
    this.transactions = transactions;
  }

  @Override
  public void openTasks(String key, Instant now) {
    var sheet = sheet(key);
    sheet
        .owners()
        .forEach(
            (section, owner) ->
                tasks.open(
                    new StaffTasks.NewTask(
                        "readiness:" + sheet.version() + ":fill:" + section,
                        owner,
                        null,
                        "readiness-check",
                        "fill",
                        "填写启动评估：" + section.zh(),
                        questions(section),
                        sheet.openedAt().plus(limits.fillTime()),
                        true)));
  }

  private static String questions(Section section) {
    return Question.ALL.stream()
        .filter(question -> question.section() == section)
        .map(Question::zh)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public int remind(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var sheet = sheet(key);
              int times = table.remind(sheet.version(), now);
              sheet.owners().values().stream()
                  .distinct()
                  .forEach(
                      owner ->
                          notices.tell(
                              "readiness-reminded:" + key + ":" + times + ":" + owner,
                              owner,
                              "启动评估还没有填完，请打开控制台“启动评估”补齐您负责的部分"));
              return times;
            }));
  }

  @Override
  public State assess(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var sheet = sheet(key);
              if (sheet.state() != State.FILLED) {
                return sheet.conclusion() == null ? State.STOP : sheet.conclusion().verdict();
              }
              var kept = conclude(sheet, now);
              table.concluded(sheet.version(), kept.json());
              return kept.verdict();
            }));
  }

  private Sheets.Kept conclude(Sheet sheet, Instant now) {
    var figures = sheet.figures();
    var quadrant =
        Quadrant.of(
            Objects.requireNonNull(figures.frequency()),
            Objects.requireNonNull(figures.marginBp()),
            limits);
    var scores = Scores.of(sheet.answers());
    var said = verdicts.on(quadrant, scores);
    return new Sheets.Kept(figures, quadrant, scores, said.verdict(), said.reason(), now);
  }

  /** Nothing is asked when somebody changed it meanwhile; the journey hears of the change. */
  @Override
  public void askSignOff(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var sheet = sheet(key);
          var conclusion = sheet.conclusion();
          if (conclusion != null
              && table
                  .move(sheet.version(), List.of(State.FILLED), State.ASKED, null)
                  .isPresent()) {
            table.asked(sheet.version(), signOff.ask(sheet, conclusion));
            table.act(sheet.version(), "ASKED", "siyu", now, conclusion.verdict().name());
          }
        });
  }

  @Override
  public void close(String key, State how, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          int version = Sheets.version(key);
          if (table.move(version, Sheets.open(), how, null).isPresent()) {
            table.act(version, how.name(), "siyu", now, "");
            signOff.takeBack(version, "siyu", how.name());
          }
        });
  }

  @Override
  public int recheck(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var before = sheet(key);
              var opened = table.open(before.programme(), before.owners(), before.openedBy(), now);
              opened.ifPresent(
                  version -> {
                    table.act(version, "OPENED", "siyu", now, "复评 " + key);
                    news.opened(version);
                  });
              return opened.orElseGet(() -> table.lines().getFirst().version());
            }));
  }

  private Sheet sheet(String key) {
    return sheets.find(Sheets.version(key)).orElseThrow();
  }
}
