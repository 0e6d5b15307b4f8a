package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.wecom.StaffCards.Button;
import dev.siyu.wecom.StaffCards.Card;
import dev.siyu.wecom.StaffCards.Line;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The faces of an approval card, from being asked to being over; pure functions. */
record CardFaces(URI console, ZoneId zone) {

  static final String APPROVE = "approve";
  static final String CONFIRM = "confirm";
  static final String BACK = "back";

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日 HH:mm");
  private static final String SOURCE = "私域 · 审批";
  private static final int TITLE = 36;
  private static final int QUOTE = 120;

  /** Of the quote, kept for why people are asked when there are more facts than fit. */
  private static final int REASON = 70;

  private static final int VALUE = 30;
  private static final int HASH = 8;

  /**
   * What a face is about.
   *
   * @param reason why the limits want it signed
   */
  record About(String taskId, AskedRequest asked, String reason, Instant deadline) {}

  /** Two ways to answer: 同意 here, everything that needs words on the page. */
  Card asked(About about, String words) {
    return face(about, words, buttons(about), "");
  }

  /** After the first tap: what was shown stays in sight, with its check number. */
  Card confirm(About about) {
    var words = "确认同意以上内容？按“确认同意”后生效（校验 %s）。".formatted(hash(about.asked()));
    var buttons =
        List.of(
            Button.tells("确认同意", true, CONFIRM),
            Button.tells("返回", false, BACK),
            Button.opens("查看全文", page(about.asked())));
    return face(about, words, buttons, "");
  }

  Card said(About about, Instant at) {
    var when = SHORT.format(at.atZone(zone));
    return face(about, "您的决定已保存，正在生效。", buttons(about), "您已同意 · " + when);
  }

  Card decided(About about, Answer answer, String person) {
    return face(about, "", buttons(about), "已由 %s %s".formatted(person, word(answer)));
  }

  /**
   * What they said has no effect, because the task had ended.
   *
   * @param askedBack by a colleague, so that the level asks again
   */
  Card tooLate(About about, boolean askedBack) {
    var ending = about.asked().ending();
    var open = askedBack ? "本级有人退回补充，补充后会再请您决定" : "本级已到期，由下一级决定";
    var why = ending == null ? open : word(ending);
    return face(about, "您的决定送达时任务已经结束，没有生效：" + why + "。", buttons(about), "太晚，没有生效");
  }

  /** Why they may not decide. */
  Card refused(About about, String why) {
    return face(about, why + "。", buttons(about), "不能决定");
  }

  Card passedOn(About about) {
    return face(about, "本级已结束，由下一级决定。", buttons(about), "已转下一级");
  }

  Card over(About about, Ending ending) {
    return face(about, about.asked().reason(), buttons(about), word(ending));
  }

  private Card face(About about, String words, List<Button> buttons, String replaced) {
    var request = about.asked().request();
    return new Card(
        about.taskId(),
        SOURCE,
        cut(request.titleZh(), TITLE),
        kind(request.kind()) + " · " + request.requestedBy() + " 提交",
        quote(about),
        cut(words, QUOTE),
        lines(about),
        page(about.asked()),
        buttons,
        replaced);
  }

  private List<Button> buttons(About about) {
    var page = page(about.asked());
    return List.of(
        Button.tells("同意", true, APPROVE),
        Button.opens("驳回", page + encoded("?say=REJECT")),
        Button.opens("退回补充", page + encoded("?say=ASK_BACK")));
  }

  private List<Line> lines(About about) {
    var request = about.asked().request();
    var lines = new ArrayList<Line>();
    lines.add(new Line("事项", kind(request.kind())));
    var cents = request.amountCents();
    if (cents != null) {
      lines.add(new Line("金额", "¥" + java.math.BigDecimal.valueOf(cents, 2).toPlainString()));
    }
    var audience = request.audience();
    if (audience != null) {
      lines.add(new Line("触达", audience + " 人"));
    }
    lines.add(new Line("申请人", cut(request.requestedBy(), VALUE)));
    lines.add(new Line("截止", SHORT.format(about.deadline().atZone(zone))));
    lines.add(new Line("校验", hash(about.asked())));
    return lines;
  }

  /** The facts first, then why they are asked: long facts give way, the reason stays. */
  private static String quote(About about) {
    var facts =
        about.asked().request().facts().stream()
            .map(fact -> fact.labelZh() + " " + fact.value())
            .collect(Collectors.joining("；"));
    if (about.reason().isBlank()) {
      return cut(facts, QUOTE);
    }
    int room = facts.isEmpty() ? QUOTE : Math.max(REASON, QUOTE - facts.length() - 1);
    var reason = cut("依据：" + about.reason(), room);
    return facts.isEmpty() ? reason : cut(facts, QUOTE - reason.length() - 1) + "；" + reason;
  }

  /** By way of the login inside WeCom, so that nobody types a password on a phone. */
  private String page(AskedRequest asked) {
    return console.resolve("/api/wecom-login?next=" + encoded("/a/" + asked.name())).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String hash(AskedRequest asked) {
    return asked.hash().substring(0, HASH);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static String word(Ending ending) {
    return switch (ending) {
      case APPROVED -> "审批已通过";
      case APPROVED_BY_RULE -> "权限内放行";
      case REJECTED -> "审批已驳回";
      case EXPIRED -> "过期未决";
      case WITHDRAWN -> "已撤回";
    };
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case APPROVE -> "同意";
      case REJECT -> "驳回";
      case ASK_BACK -> "退回补充";
      case ANSWER -> "补充";
    };
  }

  private static String kind(ApprovalKind kind) {
    return switch (kind) {
      case ATTRIBUTION -> "业绩归属";
      case AGREEMENT -> "分账协议";
      case SETTLEMENT -> "月度结算";
      case CORRECTION -> "更正";
      case DISPUTE -> "争议";
      case LAUNCH -> "旅程上线";
      case PRODUCT -> "价格与库存";
      case SELECTION -> "选品";
      case READINESS -> "启动评估";
    };
  }
}
