package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.wecom.Cards;
import dev.siyu.simulator.wecom.MassSends;
import dev.siyu.simulator.wecom.Posts;
import dev.siyu.simulator.wecom.StaffTask;
import java.util.List;

/** A member's cards, mass-send tasks and app messages. */
final class StaffPage {

  private static final int MOST = 100;

  private final Journal journal;
  private final MassSends massSends;
  private final PostRows posts;
  private final Phones phones;
  private final GroupParts groups;
  private final CardRows cards;

  StaffPage(
      Journal journal,
      MassSends massSends,
      Posts posts,
      Phones phones,
      GroupParts groups,
      Cards cards) {
    this.cards = new CardRows(cards);
    this.groups = groups;
    this.journal = journal;
    this.massSends = massSends;
    this.posts = new PostRows(journal, posts);
    this.phones = phones;
  }

  String html(Page page, String staffUserId) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(Page.safe(staffUserId)).append("</h1><p>");
    body.append(
        page.say("企业创建的群发要由员工确认后才会发出。", "A mass send leaves only when the member confirms it."));
    body.append("</p>");
    journal.read(() -> tasks(page, body, staffUserId));
    return page.html(staffUserId, body.toString());
  }

  private boolean tasks(Page page, StringBuilder body, String staffUserId) {
    List<StaffTask> tasks = massSends.of(staffUserId, MOST);
    List<StaffTask> open = tasks.stream().filter(StaffTask::open).toList();
    body.append("<h2>").append(page.say("待确认", "To confirm")).append(" · ").append(open.size());
    body.append("</h2>");
    if (open.isEmpty()) {
      body.append("<p>").append(page.say("没有待确认的群发。", "Nothing to confirm.")).append("</p>");
    }
    open.forEach(task -> task(page, body, task));
    cards.all(page, body, staffUserId);
    groups.owned(page, body, staffUserId);
    posts.open(page, body, staffUserId);
    List<Bubble> messages = phones.ofStaff(staffUserId).reversed();
    body.append("<h2>").append(page.say("应用消息", "App messages")).append(" · ");
    body.append(messages.size()).append("</h2>");
    messages.stream().limit(MOST).forEach(message -> message(page, body, message));
    body.append("<h2>").append(page.say("已处理", "Done")).append("</h2>");
    tasks.stream().filter(task -> !task.open()).forEach(task -> task(page, body, task));
    posts.published(page, body, staffUserId);
    return true;
  }

  private static void message(Page page, StringBuilder body, Bubble message) {
    body.append("<div class=\"box\"><span class=\"meta\">").append(page.time(message.at()));
    body.append("</span>").append(Page.safe(message.text())).append("</div>");
  }

  private static void task(Page page, StringBuilder body, StaffTask task) {
    body.append("<div class=\"box\"><span class=\"meta\">")
        .append(page.time(task.createdAt()))
        .append(" · ")
        .append(task.externalUserIds().size())
        .append(task.group() ? page.say(" 个客户群", " groups") : page.say(" 位客户", " customers"))
        .append(outcome(page, task))
        .append("</span><div class=\"text\">")
        .append(Page.safe(task.text()))
        .append("</div>");
    if (task.open()) {
      body.append("<form method=\"post\" action=\"/staff/")
          .append(Page.inPath(task.staffUserId()))
          .append("/confirm\"><input type=\"hidden\" name=\"msgId\" value=\"")
          .append(Page.safe(task.msgId()))
          .append("\"><button>")
          .append(page.say("确认发送", "Send"))
          .append("</button></form>");
    }
    body.append("</div>");
  }

  private static String outcome(Page page, StaffTask task) {
    List<Integer> statuses = task.statuses();
    if (task.cancelled()) {
      return page.say(" · 已取消", " · cancelled");
    }
    if (statuses == null) {
      return "";
    }
    long sent = statuses.stream().filter(status -> status == 1).count();
    return page.say(" · 已送达 ", " · delivered ") + sent;
  }
}
