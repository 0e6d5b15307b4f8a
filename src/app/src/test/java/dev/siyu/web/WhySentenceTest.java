package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.why.Verdict;
import dev.siyu.why.Verdict.Ahead;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhySentenceTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant T1 = Instant.parse("2028-03-01T02:00:00Z");
  private static final Instant T2 = Instant.parse("2028-03-02T01:00:00Z");

  static Stream<Arguments> sentences() {
    return Stream.of(
        said(
            new Verdict.Made(T1, "zhang", 1, null),
            "已于 2028-03-01 10:00 由 zhang 发出。",
            "Made on 2028-03-01 10:00 by zhang."),
        said(
            new Verdict.Made(T1, null, 2, new Ahead("到复购时间", T2)),
            "已于 2028-03-01 10:00 由系统发出（共 2 次）；旅程还可能再次走到这里：旅程在「到复购时间」等到 2028-03-02 09:00。",
            "Made on 2028-03-01 10:00 by Siyu (2 times in all); the run may come here again: the run"
                + " waits at \"到复购时间\" until 2028-03-02 09:00."),
        said(
            new Verdict.AwaitsConfirmation(T1, "zhang"),
            "尚未发出：2028-03-01 10:00 已建好，等待 zhang 确认。",
            "Not sent yet: created on 2028-03-01 10:00, waiting for zhang to confirm it."),
        said(
            new Verdict.Refused("quiet-hours", null, T1, T2),
            "没有发出：2028-03-01 10:00 被规则 quiet-hours 拒绝（静默时段内不打扰），最早 2028-03-02 09:00 再次询问。",
            "Not made: on 2028-03-01 10:00 rule quiet-hours refused it (quiet hours); it is asked"
                + " again on 2028-03-02 09:00."),
        said(
            new Verdict.Refused("consent", "客户已要求不再打扰", T1, null),
            "没有发出：2028-03-01 10:00 被规则 consent 拒绝（客户已要求不再打扰），旅程已继续，不再重试。",
            "Not made: on 2028-03-01 10:00 rule consent refused it (the customer has not agreed to"
                + " messages); the run went on and does not ask again."),
        said(
            new Verdict.NotMade("DECLINED", "84061", "not a friend", T1),
            "没有发出：2028-03-01 10:00 问过，被对方系统拒绝（not a friend）。",
            "Not made: asked on 2028-03-01 10:00, declined by the other side (not a friend)."),
        said(
            new Verdict.Pending(new Ahead("满 3 天", T2)),
            "还没有轮到：旅程在「满 3 天」等到 2028-03-02 09:00。",
            "Its turn has not come: the run waits at \"满 3 天\" until 2028-03-02 09:00."),
        said(
            new Verdict.NotInJourney("复购培育", "需要促成复购"),
            "没有发出：客户没有进入旅程「复购培育」，它由「需要促成复购」启动，而这还没有发生。",
            "Not made: the customer was never in journey \"复购培育\"; it starts with \"需要促成复购\","
                + " which has not happened."),
        said(
            new Verdict.Interrupted("order-paid", "订单已付款", T1, null),
            "没有发出：轮到之前客户已在 2028-03-01 10:00 下单，不再催促。",
            "Not made: the customer bought on 2028-03-01 10:00, before its turn."),
        said(
            new Verdict.Interrupted("order-refunded-fully", "订单全额退款", T1, null),
            "没有发出：轮到之前发生了「订单全额退款」（2028-03-01 10:00）。",
            "Not made: before its turn came \"订单全额退款\" on 2028-03-01 10:00."),
        said(
            new Verdict.Left(T1),
            "没有发出：客户在轮到之前离开了（2028-03-01 10:00）。",
            "Not made: the customer left before its turn, on 2028-03-01 10:00."),
        said(
            new Verdict.OtherBranch("已经付款？", "是", "移交复购", T1),
            "没有发出：旅程在「已经付款？」走了「是」（2028-03-01 10:00），结束于「移交复购」。",
            "Not made: at \"已经付款？\" the run went \"是\" on 2028-03-01 10:00 and ended at \"移交复购\"."),
        said(new Verdict.UnknownJourney("x"), "没有旅程「x」。", "There is no journey \"x\"."));
  }

  private static Arguments said(Verdict verdict, String zh, String en) {
    return Arguments.of(verdict, zh, en);
  }

  @ParameterizedTest
  @MethodSource
  void sentences(Verdict verdict, String zh, String en) {
    assertThat(new WhySentence(false, SHANGHAI).of(verdict)).isEqualTo(zh);
    assertThat(new WhySentence(true, SHANGHAI).of(verdict)).isEqualTo(en);
  }
}
