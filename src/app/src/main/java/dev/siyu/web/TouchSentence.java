package dev.siyu.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in one sentence how a touch stands and why. */
record TouchSentence(boolean english, ZoneId zone) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  private static final Map<String, String[]> MEDIA =
      Map.of(
          "WELCOME", new String[] {"欢迎语", "Welcome"},
          "MASS_SEND", new String[] {"群发消息", "Message"},
          "COUPON", new String[] {"优惠券", "Coupon"},
          "TAG", new String[] {"标签", "Tags"});

  private static final Map<String, String[]> STATES =
      Map.of(
          "PENDING", new String[] {"正在处理", "under way"},
          "SENT", new String[] {"已送达", "made"},
          "QUEUED", new String[] {"等待导购确认，尚未发出", "waiting for a staff member to confirm, not sent"},
          "REFUSED", new String[] {"未发出", "not made"},
          "DECLINED", new String[] {"被对方系统拒绝", "declined by the other side"},
          "EXPIRED", new String[] {"无人确认，已过期", "expired, nobody confirmed it"},
          "FAILED", new String[] {"失败，未产生效果", "failed without effect"},
          "UNKNOWN",
              new String[] {"结果未知，不会重发，需人工核实", "outcome unknown, not resent, a person must check"});

  private static final Map<String, String[]> RULES =
      Map.ofEntries(
          rule("consent", "客户未同意接收消息", "the customer has not agreed to messages"),
          rule("quiet-hours", "静默时段内不打扰", "quiet hours"),
          rule("daily-cap", "今日触达次数已达上限", "the daily cap is reached"),
          rule("weekly-cap", "本周触达次数已达上限", "the weekly cap is reached"),
          rule("paid-already", "客户已下单，不再催促", "the customer has bought since"),
          rule("customer-unknown", "没有这位客户", "there is no such customer"),
          rule("welcome-late", "欢迎语已过时效", "the 20 s window for a welcome has passed"),
          rule("content-missing", "没有已审核的内容", "there is no approved content"),
          rule("wecom-daily-quota", "已达企业微信每日上限", "WeCom's daily quota is used up"),
          rule("wecom-monthly-quota", "已达企业微信每月上限", "WeCom's monthly quota is used up"),
          rule("left", "客户已不是好友", "the customer is no contact any more"));

  String of(
      String medium,
      String content,
      @Nullable String state,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable Instant notBefore) {
    var head = word(MEDIA, medium) + (english ? " \"" + content + "\" " : "「" + content + "」");
    var text = new StringBuilder(head).append(word(STATES, state == null ? "PENDING" : state));
    why(english, rule, reason).ifPresent(why -> text.append(english ? ": " : "：").append(why));
    if (notBefore != null && ("REFUSED".equals(state) || "FAILED".equals(state))) {
      var when = WHEN.format(notBefore.atZone(zone));
      text.append(english ? "; may be asked again from " + when : "，可于 " + when + " 再试");
    }
    return text.toString();
  }

  /** The rule's own sentence in the ledger is Chinese; it is shown where we have no better one. */
  static Optional<String> why(boolean english, @Nullable String rule, @Nullable String reason) {
    var known = rule == null ? null : RULES.get(key(rule));
    if (!english && reason != null && !reason.isBlank()) {
      return Optional.of(reason);
    }
    if (known != null) {
      return Optional.of(known[english ? 1 : 0]);
    }
    return Optional.ofNullable(reason == null || reason.isBlank() ? rule : reason);
  }

  /** The state of a touch in words. */
  static String state(boolean english, String state) {
    var both = STATES.get(state);
    return both == null ? state : both[english ? 1 : 0];
  }

  private String word(Map<String, String[]> words, String key) {
    var both = words.get(key);
    return both == null ? key : both[english ? 1 : 0];
  }

  private static String key(String rule) {
    return rule.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map.Entry<String, String[]> rule(String code, String zh, String en) {
    return Map.entry(code, new String[] {zh, en});
  }
}
