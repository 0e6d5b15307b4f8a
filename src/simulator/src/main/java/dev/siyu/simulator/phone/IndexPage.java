package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.mall.MallWorld;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.Friendship;
import dev.siyu.simulator.wecom.WeComWorld;
import java.util.Map;
import java.util.TreeMap;

/** What is simulated, what time it is, how much there is. */
final class IndexPage {

  private final Journal journal;
  private final WeComWorld weCom;
  private final MallWorld mall;

  IndexPage(Journal journal, WeComWorld weCom, MallWorld mall) {
    this.journal = journal;
    this.weCom = weCom;
    this.mall = mall;
  }

  /** {@code callsByKind}: kind to code to count; {@code waiting}: undelivered callbacks. */
  String html(Page page, Map<String, Map<String, Long>> callsByKind, int waiting) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(page.say("企业微信与商城模拟器", "Simulated WeCom and mall"));
    body.append("</h1><p>");
    body.append(
        page.say(
            "用真实的 HTTP 协议扮演企业微信和商城：令牌、限频、加密回调、群发须员工确认、签名 webhook。客户都是假的。",
            "Plays WeCom and a mall over real HTTP: tokens, limits, encrypted callbacks, mass sends"
                + " that staff must confirm, signed webhooks. No customer here is real."));
    body.append("</p><div class=\"cards\">");
    journal.read(() -> counts(page, body, waiting));
    body.append("</div>");
    staff(page, body);
    calls(page, body, callsByKind);
    return page.html(page.say("模拟器", "Simulator"), body.toString());
  }

  private boolean counts(Page page, StringBuilder body, int waiting) {
    String now = page.time(journal.now());
    card(body, now.substring(11), page.say("模拟时间 ", "Simulated, ") + now.substring(0, 10));
    card(body, weCom.contacts().all().size(), page.say("客户", "Customers"));
    card(body, weCom.liveCodes(), page.say("活码", "Live codes"));
    card(body, weCom.massSends().open().size(), page.say("待确认群发", "Sends to confirm"));
    card(body, weCom.posts().all().size(), page.say("朋友圈", "Moments"));
    card(body, waiting, page.say("待送达回调", "Callbacks waiting"));
    card(body, mall.orders().size(), page.say("订单", "Orders"));
    card(body, mall.refunds().size(), page.say("退款", "Refunds"));
    card(body, mall.couponCount(), page.say("优惠券", "Coupons"));
    return true;
  }

  private void staff(Page page, StringBuilder body) {
    Map<String, Integer> members = new TreeMap<>();
    journal.read(
        () -> {
          for (Contact contact : weCom.contacts().all()) {
            for (Friendship friendship : contact.friendships().values()) {
              members.merge(friendship.staffUserId(), 1, Integer::sum);
            }
          }
          return true;
        });
    body.append("<h2>").append(page.say("员工（导购）", "Staff")).append("</h2>");
    if (members.isEmpty()) {
      body.append("<p>").append(page.say("还没有客户添加员工。", "Nobody was added yet.")).append("</p>");
    }
    members.forEach(
        (member, customers) ->
            body.append("<a class=\"row\" href=\"/staff/")
                .append(Page.inPath(member))
                .append("\"><span class=\"face\">")
                .append(Page.safe(member.substring(0, 1)))
                .append("</span><div>")
                .append(Page.safe(member))
                .append("</div><span class=\"badge\">")
                .append(customers)
                .append(page.say(" 位客户", " customers"))
                .append("</span></a>"));
  }

  private static void calls(
      Page page, StringBuilder body, Map<String, Map<String, Long>> callsByKind) {
    body.append("<h2>").append(page.say("收到的调用", "Received calls")).append("</h2>");
    if (callsByKind.isEmpty()) {
      body.append("<p>").append(page.say("还没有。", "None yet.")).append("</p>");
      return;
    }
    body.append("<div class=\"box scroll\"><table><tr><th>")
        .append(page.say("接口", "API"))
        .append("</th><th>")
        .append(page.say("返回码 × 次数", "Code × times"))
        .append("</th></tr>");
    callsByKind.forEach(
        (kind, codes) -> {
          body.append("<tr><td><code>")
              .append(Page.safe(kind))
              .append("</code></td><td class=\"n\">");
          codes.forEach((code, count) -> body.append(code).append(" × ").append(count).append("　"));
          body.append("</td></tr>");
        });
    body.append("</table></div><p><a href=\"/sim/calls\">/sim/calls</a></p>");
  }

  private static void card(StringBuilder body, Object number, String name) {
    body.append("<div class=\"card\"><b>").append(number).append("</b><span>");
    body.append(name).append("</span></div>");
  }
}
