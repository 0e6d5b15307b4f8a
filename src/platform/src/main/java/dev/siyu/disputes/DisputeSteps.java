package dev.siyu.disputes;

import dev.siyu.access.Heads;
import dev.siyu.access.Role;
import dev.siyu.attribution.Split;
import dev.siyu.disputes.DisputeTable.Stored;
import dev.siyu.disputes.Disputes.Party;
import dev.siyu.disputes.Disputes.State;
import dev.siyu.disputes.Disputes.View;
import dev.siyu.tasks.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journey does with a dispute; every step may be repeated. */
@Component
class DisputeSteps implements DisputeWork {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final DisputeTable table;
  private final ActTable acts;
  private final Ruling ruling;
  private final DisputeNews news;
  private final Heads heads;
  private final Notices notices;
  private final TransactionTemplate transactions;
  private final ZoneId zone;

  DisputeSteps(
      DisputeTable table,
      ActTable acts,
      Ruling ruling,
      DisputeNews news,
      Heads heads,
      Notices notices,
      TransactionTemplate transactions,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.acts = acts;
    this.ruling = ruling;
    this.news = news;
    this.heads = heads;
    this.notices = notices;
    this.transactions = transactions;
    this.zone = zone;
  }

  @Override
  public Instant ask(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var one = stored(key);
              var silent = silent(one.view());
              if (silent.isEmpty()) {
                news.answered(key);
              }
              silent.forEach(
                  department ->
                      tell(
                          key + ":asked:" + department,
                          heads.of(department),
                          one.view(),
                          "提出争议，请在 " + SHORT.format(one.times().answerBy().atZone(zone)) + " 前答复"));
              return one.times().remindAt();
            }));
  }

  @Override
  public Chased chase(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var one = stored(key);
              var times = one.times();
              return silent(one.view()).isEmpty()
                  ? new Chased(now, true)
                  : switch (times.stage(now)) {
                    case IN_TIME -> {
                      remind(one.view(), now);
                      yield new Chased(times.answerBy(), false);
                    }
                    case LATE -> {
                      escalate(one.view(), now);
                      yield new Chased(times.giveUpAt(), false);
                    }
                    case OVER -> new Chased(now, true);
                  };
            }));
  }

  private void remind(View view, Instant now) {
    var silent = silent(view);
    if (acts.add(number(view), "REMINDED", String.join("、", silent), now)) {
      silent.forEach(
          department ->
              tell(
                  view.id() + ":reminded:" + department,
                  heads.of(department),
                  view,
                  "的争议还等着" + department + "答复"));
    }
  }

  private void escalate(View view, Instant now) {
    var silent = String.join("、", silent(view));
    if (acts.add(number(view), "ESCALATED", silent, now)) {
      var all =
          Stream.concat(
                  heads.of(Role.BOSS).stream(),
                  silent(view).stream().flatMap(department -> heads.of(department).stream()))
              .distinct()
              .toList();
      tell(view.id() + ":escalated", all, view, "的争议，" + silent + " 逾期未答复；再不答复将直接提请裁定");
    }
  }

  @Override
  public void askRuling(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var view = stored(key).view();
          if (view.state() == State.OPEN) {
            ruling.ask(view);
          }
        });
  }

  @Override
  public void close(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> ruling.end(stored(key).view(), State.EXPIRED, List.of(), "无人裁定", null));
  }

  @Override
  public void tell(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var view = stored(key).view();
          var what =
              switch (view.state()) {
                case UPHELD -> "的争议成立，已更正入账：" + Split.words(view.wanted());
                case REJECTED -> "的争议不成立，维持原归属：" + view.note();
                case EXPIRED -> "的争议无人裁定，维持原归属；可重新提出";
                case OPEN, DECIDING, WITHDRAWN -> "的争议已结束";
              };
          Stream.concat(
                  Stream.of(view.department()), view.parties().stream().map(Party::department))
              .forEach(
                  department ->
                      tell(key + ":ended:" + department, heads.of(department), view, what));
        });
  }

  private void tell(String key, List<String> people, View view, String what) {
    var text = view.department() + " 对订单 " + view.orderId() + " " + what + "（控制台 > 业绩 > 争议）";
    people.forEach(person -> notices.tell("dispute:" + key + ":" + person, person, text));
  }

  private static List<String> silent(View view) {
    return view.parties().stream()
        .filter(party -> party.stance() == null)
        .map(Party::department)
        .toList();
  }

  private static long number(View view) {
    return GuardedDisputes.number(view.id());
  }

  private Stored stored(String key) {
    return table.find(GuardedDisputes.number(key)).orElseThrow();
  }
}
