package dev.siyu.web;

import dev.siyu.why.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a verdict in one sentence, in Chinese or English, times in the reader's zone. */
record WhySentence(boolean english, ZoneId zone) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  String of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.UnknownJourney none ->
          say("没有旅程「%s」。", "There is no journey \"%s\".", none.journey());
      case Verdict.UnknownStep none ->
          say(
              "旅程「%s」里没有步骤「%s」。",
              "Journey \"%s\" has no step \"%s\".", none.journeyName(), none.step());
      case Verdict.NotInJourney out -> notInJourney(out);
      case Verdict.Made made -> made(made);
      case Verdict.AwaitsConfirmation queued ->
          say(
              "尚未发出：%s 已建好，等待%s确认。",
              "Not sent yet: created on %s, waiting for %s to confirm it.",
              when(queued.since()),
              staff(queued.staff()));
      case Verdict.UnderWay now -> say("正在处理，始于 %s。", "Under way since %s.", when(now.since()));
      case Verdict.Refused refused -> refused(refused);
      case Verdict.NotMade not -> notMade(not);
      case Verdict.Pending pending ->
          say("还没有轮到：%s。", "Its turn has not come: %s.", where(pending.ahead()));
      case Verdict.Stuck stuck ->
          say(
              "旅程停在「%s」，需要人工处理：%s。",
              "The run is stopped at \"%s\" until a person helps: %s.",
              stuck.at(),
              stuck.message());
      case Verdict.Interrupted event -> interrupted(event);
      case Verdict.Left left ->
          say(
              "没有发出：客户在轮到之前离开了（%s）。",
              "Not made: the customer left before its turn, on %s.", when(left.at()));
      case Verdict.OtherBranch other -> otherBranch(other);
      case Verdict.Cancelled cancelled ->
          say(
              "没有发出：旅程在轮到之前被取消（%s）。",
              "Not made: the run was cancelled before its turn, on %s.", when(cancelled.at()));
    };
  }

  private String notInJourney(Verdict.NotInJourney out) {
    var start = out.startedBy();
    return start == null
        ? say(
            "没有发出：客户没有进入旅程「%s」。",
            "Not made: the customer was never in journey \"%s\".", out.journeyName())
        : say(
            "没有发出：客户没有进入旅程「%s」，它由「%s」启动，而这还没有发生。",
            "Not made: the customer was never in journey \"%s\"; it starts with \"%s\", which has"
                + " not happened.",
            out.journeyName(),
            start);
  }

  private String made(Verdict.Made made) {
    var done = say("已于 %s 由%s发出", "Made on %s by %s", when(made.at()), staff(made.staff()));
    var times =
        made.times() > 1 ? say("（共 %s 次）", " (%s times in all)", String.valueOf(made.times())) : "";
    var next = made.next();
    return next == null
        ? done + times + stop()
        : done + times + say("；旅程还可能再次走到这里：%s。", "; the run may come here again: %s.", where(next));
  }

  private String refused(Verdict.Refused refused) {
    var why = TouchSentence.why(english, refused.rule(), refused.reason()).orElse(refused.rule());
    var until = refused.notBefore();
    var head =
        say(
            "没有发出：%s 被规则 %s 拒绝（%s）",
            "Not made: on %s rule %s refused it (%s)", when(refused.at()), refused.rule(), why);
    return until == null
        ? head + say("，旅程已继续，不再重试。", "; the run went on and does not ask again.")
        : head + say("，最早 %s 再次询问。", "; it is asked again on %s.", when(until));
  }

  private String notMade(Verdict.NotMade not) {
    var state = TouchSentence.state(english, not.state());
    var why = TouchSentence.why(english, not.code(), not.reason());
    var detail = why.isEmpty() ? "" : english ? " (" + why.get() + ")" : "（" + why.get() + "）";
    return say("没有发出：%s 问过，%s%s。", "Not made: asked on %s, %s%s.", when(not.at()), state, detail);
  }

  private String interrupted(Verdict.Interrupted event) {
    var head =
        event.message().equals("order-paid")
            ? say(
                "没有发出：轮到之前客户已在 %s 下单，不再催促",
                "Not made: the customer bought on %s, before its turn", when(event.at()))
            : say(
                "没有发出：轮到之前发生了「%2$s」（%1$s）",
                "Not made: before its turn came \"%2$s\" on %1$s", when(event.at()), event.event());
    var next = event.next();
    return next == null ? head + stop() : head + say("；下一轮：%s。", "; next round: %s.", where(next));
  }

  private String otherBranch(Verdict.OtherBranch other) {
    var turn =
        other.gateway() == null
            ? say("没有发出：旅程走了另一条路", "Not made: the run took another way")
            : say(
                "没有发出：旅程在「%s」走了「%s」（%s）",
                "Not made: at \"%s\" the run went \"%s\" on %s",
                other.gateway(),
                other.taken(),
                when(other.at()));
    return other.end() == null
        ? turn + stop()
        : turn + say("，结束于「%s」。", " and ended at \"%s\".", other.end());
  }

  private String where(Verdict.Ahead ahead) {
    var until = ahead.until();
    return until == null
        ? say("旅程正在「%s」", "the run is at \"%s\"", ahead.at())
        : say("旅程在「%s」等到 %s", "the run waits at \"%s\" until %s", ahead.at(), when(until));
  }

  private String staff(@Nullable String staff) {
    return staff == null ? say("系统", "Siyu") : english ? staff : " " + staff + " ";
  }

  private String when(Instant at) {
    return WHEN.format(at.atZone(zone));
  }

  private String stop() {
    return english ? "." : "。";
  }

  private String say(String zh, String en, String... parts) {
    return (english ? en : zh).formatted((Object[]) parts);
  }
}
