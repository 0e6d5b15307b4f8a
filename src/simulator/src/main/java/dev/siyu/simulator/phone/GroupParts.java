package dev.siyu.simulator.phone;

import dev.siyu.simulator.wecom.Chat;
import dev.siyu.simulator.wecom.Chats;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of pages that show groups; called under the journal's lock. */
final class GroupParts {

  private static final Pattern WAY =
      Pattern.compile("https://wework\\.qpic\\.cn/simulated/join/([\\w-]+)");

  private final Chats chats;
  private final Phones phones;

  GroupParts(Chats chats, Phones phones) {
    this.chats = chats;
    this.phones = phones;
  }

  /** The groups a member owns. */
  void owned(Page page, StringBuilder body, String staffUserId) {
    List<Chat> owned =
        chats.all().stream().filter(chat -> chat.owner().equals(staffUserId)).toList();
    body.append("<h2>").append(page.say("客户群", "Groups")).append(" · ").append(owned.size());
    body.append("</h2>");
    owned.forEach(
        chat ->
            body.append("<div class=\"box\">")
                .append(Page.safe(chat.name()))
                .append(" <span class=\"meta\">")
                .append(chat.dismissed() ? page.say("已解散", "dismissed") : chat.size())
                .append(chat.dismissed() ? "" : page.say(" 人", " members"))
                .append("</span></div>"));
  }

  /** Buttons to follow an invitation that came in, and to leave a group. */
  void buttons(Page page, StringBuilder body, String customer) {
    Set<String> ways = new LinkedHashSet<>();
    phones
        .of(customer)
        .forEach(
            bubble -> {
              Matcher found = WAY.matcher(bubble.text());
              while (found.find()) {
                ways.add(found.group(1));
              }
            });
    ways.forEach(
        way ->
            button(body, customer, "join-group", "configId", way, page.say("加入群聊", "Join group")));
    chats.all().stream()
        .filter(chat -> !chat.dismissed() && chat.has(customer))
        .forEach(
            chat ->
                button(
                    body,
                    customer,
                    "leave-group",
                    "chatId",
                    chat.chatId(),
                    page.say("退出 ", "Leave ") + Page.safe(chat.name())));
  }

  private static void button(
      StringBuilder body, String customer, String act, String field, String value, String label) {
    body.append("<form class=\"inline\" method=\"post\" action=\"/phone/")
        .append(Page.inPath(customer))
        .append('/')
        .append(act)
        .append("\"><input type=\"hidden\" name=\"")
        .append(field)
        .append("\" value=\"")
        .append(Page.safe(value))
        .append("\"><button class=\"plain\">")
        .append(label)
        .append("</button></form>");
  }
}
