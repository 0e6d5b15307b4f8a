package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.mall.Coupon;
import dev.siyu.simulator.mall.MallWorld;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.Friendship;
import dev.siyu.simulator.wecom.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer's phone: what came in, and what the customer can do. */
final class PhonePage {

  private static final int MOST_BUBBLES = 300;

  private final Journal journal;
  private final Phones phones;
  private final Tags tags;
  private final MallWorld mall;
  private final GroupParts groups;

  PhonePage(Journal journal, Phones phones, Tags tags, MallWorld mall, GroupParts groups) {
    this.groups = groups;
    this.journal = journal;
    this.phones = phones;
    this.tags = tags;
    this.mall = mall;
  }

  String html(Page page, Contact contact) {
    StringBuilder body = new StringBuilder("<div class=\"phone\">");
    journal.read(() -> phone(page, body, contact));
    return page.html(contact.name(), body.append("</div>").toString());
  }

  private boolean phone(Page page, StringBuilder body, Contact contact) {
    Friendship friendship =
        contact.friendships().values().stream().reduce((a, b) -> b).orElse(null);
    body.append("<header><b>").append(Page.safe(contact.name())).append("</b><small>");
    body.append(Page.safe(contact.externalUserId())).append("</small></header>");
    tags(page, body, friendship);
    chat(page, body, contact);
    actions(page, body, contact, friendship);
    return true;
  }

  private void tags(Page page, StringBuilder body, @Nullable Friendship friendship) {
    body.append("<div class=\"tags\">");
    if (friendship == null) {
      body.append("<i>").append(page.say("不是好友", "no contact")).append("</i>");
    } else {
      friendship
          .tagIds()
          .forEach(id -> body.append("<i>").append(Page.safe(tags.name(id))).append("</i>"));
      if (friendship.tagIds().isEmpty()) {
        body.append("<span class=\"meta\">").append(page.say("还没有标签", "no tags yet"));
        body.append("</span>");
      }
    }
    body.append("</div>");
  }

  private void chat(Page page, StringBuilder body, Contact contact) {
    List<Bubble> all = phones.of(contact.externalUserId());
    body.append("<div class=\"chat\">");
    String lastTime = "";
    for (Bubble bubble : all.subList(Math.max(0, all.size() - MOST_BUBBLES), all.size())) {
      String time = page.time(bubble.at());
      if (!time.equals(lastTime)) {
        body.append("<time>").append(time).append("</time>");
      }
      lastTime = time;
      bubble(page, body, bubble, contact.externalUserId());
    }
    body.append("</div>");
  }

  private static void bubble(Page page, StringBuilder body, Bubble bubble, String customer) {
    String text = Page.safe(bubble.text());
    String who = Page.safe(bubble.who());
    switch (bubble.kind()) {
      case WELCOME -> message(body, "", who + " · " + page.say("欢迎语", "welcome"), text);
      case MASS_SEND -> message(body, "", who + " · " + page.say("群发", "mass send"), text);
      case GROUP_MESSAGE -> message(body, "", page.say("群 ", "group ") + who, text);
      case MOMENT -> moment(page, body, bubble, customer);
      case OWN -> message(body, " own", "", text);
      case ADDED,
          LEFT,
          REMOVED,
          PAID,
          REFUNDED,
          COUPON_USED,
          APP_MESSAGE,
          GROUP_JOINED,
          GROUP_LEFT,
          COUPON_REVOKED ->
          body.append("<div class=\"note\">")
              .append(Page.safe(Words.of(page, bubble)))
              .append("</div>");
      case COUPON ->
          body.append("<div class=\"coupon\"><b>¥")
              .append(who)
              .append("</b>")
              .append(page.say("优惠券", "coupon"))
              .append("<small>")
              .append(text)
              .append("</small></div>");
    }
  }

  /** A moment stands in the stream of the phone, with a button to like it. */
  private static void moment(Page page, StringBuilder body, Bubble bubble, String customer) {
    String head = bubble.who() + " · " + page.say("朋友圈", "moment");
    message(body, "", Page.safe(head), Page.safe(bubble.text()));
    body.append("<form class=\"inline\" method=\"post\" action=\"/phone/")
        .append(Page.inPath(customer))
        .append("/like\"><input type=\"hidden\" name=\"momentId\" value=\"")
        .append(Page.safe(bubble.ref()))
        .append("\"><input type=\"hidden\" name=\"staffUserId\" value=\"")
        .append(Page.safe(bubble.who()))
        .append("\"><button class=\"plain\">")
        .append(page.say("点赞", "Like"))
        .append("</button></form>");
  }

  private static void message(StringBuilder body, String style, String head, String text) {
    body.append("<div class=\"msg").append(style).append("\">");
    body.append(head.isEmpty() ? "" : "<small>" + head + "</small>").append(text).append("</div>");
  }

  private void actions(
      Page page, StringBuilder body, Contact contact, @Nullable Friendship friendship) {
    String base =
        "<form class=\"inline\" method=\"post\" action=\"/phone/"
            + Page.inPath(contact.externalUserId());
    body.append("<footer>");
    if (friendship != null) {
      body.append(base).append("/reply\"><input name=\"text\" value=\"");
      body.append(page.say("你好，想了解一下", "Hello, tell me more")).append("\"><button>");
      body.append(page.say("回复", "Reply")).append("</button></form>");
    }
    Coupon coupon = mall.oldestUsable(contact.unionId(), journal.now());
    body.append(base).append("/buy\"><input name=\"yuan\" inputmode=\"decimal\" value=\"99.00\">");
    if (coupon != null) {
      body.append("<input type=\"hidden\" name=\"coupon\" value=\"").append(coupon.code());
      body.append("\">");
    }
    body.append("<button>");
    body.append(coupon == null ? page.say("下单付款", "Buy") : page.say("用券付款", "Buy with coupon"));
    body.append("</button></form>");
    if (friendship != null) {
      body.append(base).append("/leave\"><button class=\"danger\">");
      body.append(page.say("删除好友", "Leave")).append("</button></form>");
    } else {
      body.append(base).append("/add\"><button class=\"plain\">");
      body.append(page.say("重新添加", "Add again")).append("</button></form>");
    }
    groups.buttons(page, body, contact.externalUserId());
    body.append("</footer>");
  }
}
