package dev.siyu.readiness;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.tasks.StaffTasks;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has departments and boss sign a conclusion, and acts on what they say. */
@Component
class SignOff {

  private static final Logger log = LoggerFactory.getLogger(SignOff.class);
  private static final String SUBJECT = "readiness:";
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final Approvals approvals;
  private final SheetTable table;
  private final Sheets sheets;
  private final GapTable gaps;
  private final StaffTasks tasks;
  private final ReadinessNews news;
  private final Clock clock;
  private final ZoneId zone;

  SignOff(
      Approvals approvals,
      SheetTable table,
      Sheets sheets,
      GapTable gaps,
      StaffTasks tasks,
      ReadinessNews news,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.approvals = approvals;
    this.table = table;
    this.sheets = sheets;
    this.gaps = gaps;
    this.tasks = tasks;
    this.news = news;
    this.clock = clock;
    this.zone = zone;
  }

  static String subject(int version) {
    return SUBJECT + version;
  }

  void takeBack(int version, String actor, String reason) {
    approvals.withdraw(ApprovalKind.READINESS, subject(version), reason, actor);
  }

  /** In the caller's transaction. */
  String ask(Sheet sheet, Sheet.Conclusion conclusion) {
    var figures = sheet.figures();
    var scores = conclusion.scores();
    var facts =
        List.of(
            new Fact("结论", "Conclusion", conclusion.verdict() + " · " + conclusion.reason()),
            new Fact("象限", "Quadrant", conclusion.quadrant().name()),
            new Fact(
                "年均购买次数",
                "Orders per buyer and year",
                Words.hundredths(figures.frequency()) + (figures.estimated() ? " (估计 est.)" : "")),
            new Fact("毛利率", "Gross margin", Words.percent(figures.marginBp())),
            new Fact("四项资源", "Resources", scores.resources() + "/100"),
            new Fact("五力", "Forces", scores.forces() + "/100"),
            new Fact("短板", "Gaps", Integer.toString(sheet.gaps().size())));
    return approvals.ask(
        new ApprovalRequest(
            ApprovalKind.READINESS,
            subject(sheet.version()),
            "启动评估 第 " + sheet.version() + " 版：" + sheet.programme(),
            "Readiness check version " + sheet.version() + ": " + sheet.programme(),
            facts,
            content(sheet, conclusion),
            sheet.openedBy(),
            table.departments(sheet.version()),
            null,
            null,
            "/readiness/" + sheet.version()));
  }

  /** Everything that is signed; the tasks gaps become later do not belong to it. */
  private static String content(Sheet sheet, Sheet.Conclusion conclusion) {
    var signed = new LinkedHashMap<String, Object>();
    signed.put("programme", sheet.programme());
    signed.put("version", sheet.version());
    signed.put("figures", sheet.figures());
    signed.put("quadrant", conclusion.quadrant());
    signed.put("scores", new TreeMap<>(conclusion.scores().bySection()));
    signed.put("verdict", conclusion.verdict());
    signed.put("reason", conclusion.reason());
    signed.put("answers", new TreeMap<>(sheet.answers()));
    signed.put("gaps", sheet.gaps());
    return JsonMapper.shared().writeValueAsString(signed);
  }

  @EventListener
  void ended(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.READINESS || !ended.subject().startsWith(SUBJECT)) {
      return;
    }
    int version = Integer.parseInt(ended.subject().substring(SUBJECT.length()));
    var sheet = sheets.find(version).orElse(null);
    if (sheet == null || sheet.state() != State.ASKED || sheet.conclusion() == null) {
      return;
    }
    var to = outcome(ended.ending(), sheet.conclusion().verdict());
    table
        .move(version, List.of(State.ASKED), to, null)
        .ifPresent(revision -> settle(sheet, to, revision, ended));
  }

  private static State outcome(ApprovalEnded.Ending ending, State verdict) {
    return switch (ending) {
      case APPROVED, APPROVED_BY_RULE -> verdict;
      case REJECTED -> State.REJECTED;
      case EXPIRED -> State.EXPIRED;
      case WITHDRAWN -> State.FILLING;
    };
  }

  private void settle(Sheet sheet, State to, int revision, ApprovalEnded ended) {
    int version = sheet.version();
    table.decided(
        version,
        new Sheet.Decision(
            ended.ending().name(), ended.deciders(), ended.reason(), clock.instant()));
    var who = ended.deciders().isEmpty() ? "siyu" : String.join(",", ended.deciders());
    table.act(version, ended.ending().name(), who, clock.instant(), ended.reason());
    if (to == State.GO || to == State.CONDITIONS) {
      sheet.gaps().forEach(gap -> gaps.became(gap.id(), tasks.open(task(version, gap))));
    }
    news.decided(
        version, revision, ended.ending().isApproved() ? "APPROVED" : ended.ending().name());
    log.info("Readiness check {} ended {}: it is {} from now on", version, ended.ending(), to);
  }

  private StaffTasks.NewTask task(int version, Sheet.Gap gap) {
    return new StaffTasks.NewTask(
        SUBJECT + version + ":gap:" + gap.id(),
        gap.owner(),
        null,
        "readiness-check",
        "gap",
        gap.title(),
        "启动评估第 " + version + " 版的短板（" + gap.section().zh() + "）：" + gap.title(),
        gap.due().atTime(EVENING).atZone(zone).toInstant(),
        true);
  }
}
