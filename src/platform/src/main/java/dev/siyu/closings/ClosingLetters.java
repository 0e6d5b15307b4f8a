package dev.siyu.closings;

import dev.siyu.access.Heads;
import dev.siyu.access.Role;
import dev.siyu.attribution.Settlements;
import dev.siyu.attribution.Settlements.Statement;
import dev.siyu.attribution.Split;
import dev.siyu.closings.ClosingTable.Row;
import dev.siyu.tasks.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What people are told while a month is closed; each once a round, or once a day. */
@Component
class ClosingLetters {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");
  private static final String WHERE = "（控制台 > 业绩 > 结算）";

  private final Heads heads;
  private final Notices notices;
  private final ZoneId zone;

  ClosingLetters(Heads heads, Notices notices, @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.heads = heads;
    this.notices = notices;
    this.zone = zone;
  }

  /** What is open, in words. */
  static String words(Settlements.Open open) {
    var parts = new ArrayList<String>();
    add(parts, open.waiting(), "张订单等待归属审批");
    add(parts, open.rejected(), "张订单被驳回、等待更正");
    add(parts, open.contested(), "张订单有争议");
    add(parts, open.unbooked(), "位客户的订单还没入账");
    add(parts, open.brokenChecks().size(), "项账目检查不通过");
    return String.join("，", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /** At most once a day for each matter. */
  void finance(Row row, String matter, Instant now, String what) {
    var day = now.atZone(zone).toLocalDate();
    tell(row, matter + ":" + day, heads.of(Role.FINANCE), "未能继续：" + what);
  }

  void statement(Row row, String department, Instant confirmBy) {
    tell(
        row,
        "statement:" + department,
        heads.of(department),
        department + "的结算单已出，请在 " + SHORT.format(confirmBy.atZone(zone)) + " 前确认；有异议的订单请提出争议");
  }

  void reminder(Row row, String department, Instant confirmBy) {
    tell(
        row,
        "reminder:" + department,
        heads.of(department),
        "还等着" + department + "确认结算单，" + SHORT.format(confirmBy.atZone(zone)) + " 截止");
  }

  void boss(Row row, List<String> silent) {
    var names = String.join("、", silent);
    tell(row, "boss", heads.of(Role.BOSS), names + " 逾期未确认结算单；再不答复将记为逾期并提交审批");
    silent.forEach(
        department -> tell(row, "late:" + department, heads.of(department), "结算单已逾期，已上报一把手"));
  }

  /** Every department with money in the month, whether or not it was asked to confirm. */
  void closed(Row row, List<Statement> statements) {
    departments(statements)
        .forEach(department -> tell(row, "closed:" + department, heads.of(department), "已关账"));
  }

  /** Who has a statement; not what nobody is entitled to yet. */
  static List<String> departments(List<Statement> statements) {
    return statements.stream()
        .map(Statement::department)
        .filter(name -> !name.equals(Split.NOBODY))
        .toList();
  }

  private void tell(Row row, String about, List<String> people, String what) {
    var key = "closing:" + row.month() + ":" + row.round() + ":" + about + ":";
    people.forEach(
        person -> notices.tell(key + person, person, row.month() + " 月结：" + what + WHERE));
  }
}
