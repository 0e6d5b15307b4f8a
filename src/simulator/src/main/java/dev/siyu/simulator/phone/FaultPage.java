package dev.siyu.simulator.phone;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Switches for troubles. */
final class FaultPage {

  /** A usual trouble behind one button. */
  private record Preset(String chinese, String english, String json) {}

  private static final List<Preset> PRESETS =
      List.of(
          new Preset(
              "企业微信变慢 3 秒", "WeCom slow, 3 s", "{'target':'wecom','kind':'latency','millis':3000}"),
          new Preset(
              "企业微信 30% 报 500",
              "WeCom 500, 30 %", "{'target':'wecom','kind':'status','share':0.3,'code':500}"),
          new Preset(
              "欢迎语 41096 两次",
              "Welcome 41096 twice",
              "{'target':'wecom','endpoint':'send_welcome_msg','kind':'errcode','times':2,'code':41096}"),
          new Preset(
              "生效后不回答 10%",
              "No answer after effect, 10 %",
              "{'target':'wecom','kind':'timeout-after-effect','share':0.1}"),
          new Preset("回调重复", "Callbacks doubled", "{'target':'callbacks','kind':'duplicate'}"),
          new Preset("回调乱序", "Callbacks shuffled", "{'target':'callbacks','kind':'shuffle'}"),
          new Preset("商城停机", "Mall down", "{'target':'mall','kind':'status','code':503}"));

  private final Faults faults;

  FaultPage(Faults faults) {
    this.faults = faults;
  }

  String html(Page page) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(page.say("故障开关", "Fault switches")).append("</h1><p>");
    body.append(
        page.say("打开后立即生效，重启模拟器后全部关闭。", "They act at once and end when the simulator restarts."));
    body.append("</p>");
    active(page, body);
    body.append("<h2>").append(page.say("常用", "Usual ones")).append("</h2><div class=\"inline\">");
    for (int i = 0; i < PRESETS.size(); i++) {
      Preset preset = PRESETS.get(i);
      body.append(
              "<form method=\"post\" action=\"/faults\"><button class=\"plain\" name=\"preset\"")
          .append(" value=\"" + i + "\">")
          .append(page.say(preset.chinese(), preset.english()))
          .append("</button></form>");
    }
    body.append("</div>");
    own(page, body);
    return page.html(page.say("故障", "Faults"), body.toString());
  }

  void change(Map<String, String> form) {
    String preset = form.get("preset");
    if (form.containsKey("clear")) {
      faults.change(Json.read("{}"));
    } else if (preset != null) {
      if (!preset.matches("\\d") || Integer.parseInt(preset) >= PRESETS.size()) {
        throw new BadRequest("no such preset: " + preset);
      }
      faults.change(Json.read(PRESETS.get(Integer.parseInt(preset)).json().replace('\'', '"')));
    } else {
      faults.change(told(form));
    }
  }

  private static ObjectNode told(Map<String, String> form) {
    ObjectNode told = Json.MAPPER.createObjectNode();
    form.forEach(
        (name, value) -> {
          if (List.of("target", "endpoint", "kind").contains(name)) {
            told.put(name, value);
          } else if (!value.isBlank()) {
            try {
              told.put(name, new java.math.BigDecimal(value.strip()));
            } catch (NumberFormatException e) {
              throw new BadRequest(name + ": " + value + " (expected: a number)");
            }
          }
        });
    return told;
  }

  private void active(Page page, StringBuilder body) {
    List<Fault> active = faults.active();
    body.append("<div class=\"box\">");
    if (active.isEmpty()) {
      body.append(page.say("现在没有故障。", "No faults now."));
    }
    for (Fault fault : active) {
      body.append("<div><code>")
          .append(
              Page.safe(
                  spelled(fault.target()) + " " + fault.endpoint() + " " + spelled(fault.kind())))
          .append("</code> ")
          .append(page.say("占比 ", "share "))
          .append(fault.share())
          .append(fault.times() < 0 ? "" : page.say(" · 还剩 ", " · left ") + fault.times())
          .append(fault.millis() > 0 ? " · " + fault.millis() + " ms" : "")
          .append(coded(fault) ? " · " + fault.code() : "")
          .append("</div>");
    }
    if (!active.isEmpty()) {
      body.append("<form method=\"post\" action=\"/faults\" style=\"margin-top:10px\">");
      body.append("<button class=\"danger\" name=\"clear\" value=\"1\">");
      body.append(page.say("全部关闭", "End all")).append("</button></form>");
    }
    body.append("</div>");
  }

  private static boolean coded(Fault fault) {
    return fault.kind() == Fault.Kind.STATUS || fault.kind() == Fault.Kind.ERRCODE;
  }

  private static void own(Page page, StringBuilder body) {
    body.append("<h2>").append(page.say("自定义", "Your own")).append("</h2>");
    body.append("<form class=\"box fields\" method=\"post\" action=\"/faults\">");
    choice(body, page.say("对象", "Target"), "target", Fault.Target.values());
    field(body, page.say("接口（* 为全部）", "Endpoint (* all)"), "endpoint", "*");
    choice(body, page.say("种类", "Kind"), "kind", Fault.Kind.values());
    field(body, page.say("占比 0..1", "Share 0..1"), "share", "1.0");
    field(body, page.say("次数（-1 不限）", "Times (-1 no end)"), "times", "-1");
    field(body, page.say("毫秒", "Milliseconds"), "millis", "");
    field(body, page.say("返回码", "Code"), "code", "");
    body.append("<button>").append(page.say("打开", "Switch on")).append("</button></form>");
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void field(StringBuilder body, String label, String name, String value) {
    body.append("<label>").append(label).append("<input name=\"").append(name);
    body.append("\" value=\"").append(value).append("\"></label>");
  }

  private static void choice(StringBuilder body, String label, String name, Enum<?>[] values) {
    body.append("<label>").append(label).append("<select name=\"").append(name).append("\">");
    for (Enum<?> value : values) {
      body.append("<option>").append(spelled(value)).append("</option>");
    }
    body.append("</select></label>");
  }
}
