package dev.siyu.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sentence of each line of a timeline, in Chinese or English. */
record TimelineText(boolean english, ZoneId zone) {

  private static final Map<String, String[]> EVENTS =
      Map.ofEntries(
          both("add_external_contact", "添加了导购的企业微信", "Added a staff member in WeCom"),
          both("add_half_external_contact", "添加了导购（免验证）", "Added a staff member (no check)"),
          both("del_follow_user", "删除了导购", "Removed the staff member"),
          both("del_external_contact", "被导购删除", "Was removed by the staff member"),
          both("customer_start_chat", "发来了消息", "Wrote to us"),
          both("order.paid", "付款通知", "Payment reported"),
          both("order.refunded", "退款通知", "Refund reported"),
          both("coupon.used", "使用了优惠券", "Used a coupon"));

  private static final Map<String, String[]> STAGES =
      Map.ofEntries(
          both("POTENTIAL", "潜在客户", "potential"),
          both("SEED", "种子用户", "seed user"),
          both("FIRST_ORDER", "首单客户", "first order"),
          both("REPURCHASE", "复购客户", "repurchase"),
          both("CORE", "核心用户", "core"),
          both("DORMANT", "沉睡客户", "dormant"),
          both("LOST", "流失客户", "lost"));

  String sentence(String kind, String code, @Nullable String state, JsonNode details) {
    return switch (kind) {
      case "EVENT" -> event(code, state, details);
      case "TOUCH" -> touch(code, state, details);
      case "ORDER" ->
          said("下单付款，订单 ", "Paid order ") + text(details, "orderId") + orderState(state);
      case "REFUND" ->
          details.path("orderId").isNull()
              ? said("无原单退款 ", "Refund without order ") + text(details, "refundId")
              : said("退款，订单 ", "Refund of order ") + text(details, "orderId");
      case "STAGE" ->
          said("进入阶段：", "Moved to: ") + word(STAGES, code) + bracketed(text(details, "reason"));
      case "JOURNEY" -> journey(code, state, details);
      default -> code;
    };
  }

  private String event(String code, @Nullable String state, JsonNode details) {
    var sentence = word(EVENTS, code.substring(code.lastIndexOf('/') + 1));
    if ("FAILED".equals(state)) {
      sentence += said("（处理失败）", " (could not be applied)");
    }
    return sentence + bracketed(text(details, "note"));
  }

  private String touch(String medium, @Nullable String state, JsonNode details) {
    var notBefore = text(details, "notBefore");
    return new TouchSentence(english, zone)
        .of(
            medium,
            text(details, "content"),
            state,
            optional(details, "rule"),
            optional(details, "reason"),
            notBefore.isEmpty() ? null : moment(notBefore));
  }

  private String journey(String code, @Nullable String state, JsonNode details) {
    var name =
        said("「", "“")
            + text(details, "journeyName")
            + said("」第 ", "”, version ")
            + details.path("version").asInt()
            + said(" 版", "");
    if (code.equals("JOURNEY_STARTED")) {
      return said("进入旅程", "Entered journey ") + name;
    }
    return "COMPLETED".equals(state)
        ? said("走完旅程", "Finished journey ") + name
        : said("旅程被终止：", "Journey was ended: ") + name;
  }

  private String orderState(@Nullable String state) {
    return switch (state == null ? "" : state) {
      case "PARTLY_REFUNDED" -> said("（部分已退款）", " (partly refunded)");
      case "REFUNDED" -> said("（已全额退款）", " (fully refunded)");
      default -> "";
    };
  }

  private String said(String zh, String en) {
    return english ? en : zh;
  }

  private String word(Map<String, String[]> words, String key) {
    var both = words.get(key);
    return both == null ? key : both[english ? 1 : 0];
  }

  private String bracketed(String text) {
    return text.isEmpty() ? "" : english ? " (" + text + ")" : "（" + text + "）";
  }

  private static Instant moment(String json) {
    return OffsetDateTime.parse(json).toInstant();
  }

  private static String text(JsonNode details, String name) {
    var value = details.path(name);
    return value.isMissingNode() || value.isNull() ? "" : value.asString();
  }

  private static @Nullable String optional(JsonNode details, String name) {
    var value = text(details, name);
    return value.isEmpty() ? null : value;
  }

  private static Map.Entry<String, String[]> both(String code, String zh, String en) {
    return Map.entry(code, new String[] {zh, en});
  }
}
