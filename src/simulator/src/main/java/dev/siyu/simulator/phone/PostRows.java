package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.wecom.Post;
import dev.siyu.simulator.wecom.Posts;
import java.util.List;

/** The moments on a member's page: those to publish with a button, and those published. */
final class PostRows {

  private static final int MOST = 50;

  private final Journal journal;
  private final Posts posts;

  PostRows(Journal journal, Posts posts) {
    this.journal = journal;
    this.posts = posts;
  }

  void open(Page page, StringBuilder body, String staff) {
    List<Post> open =
        posts.all().stream()
            .filter(post -> post.open(staff))
            .filter(post -> posts.find(post.created().momentId(), journal.now()) != null)
            .toList();
    body.append("<h2>").append(page.say("待发表的朋友圈", "Moments to publish")).append(" · ");
    body.append(open.size()).append("</h2>");
    open.forEach(post -> row(page, body, post, staff, true));
  }

  void published(Page page, StringBuilder body, String staff) {
    posts.all().stream()
        .filter(post -> post.created().senders().contains(staff) && !post.open(staff))
        .limit(MOST)
        .forEach(post -> row(page, body, post, staff, false));
  }

  private static void row(Page page, StringBuilder body, Post post, String staff, boolean open) {
    body.append("<div class=\"box\"><span class=\"meta\">")
        .append(page.time(post.at()))
        .append(page.say(" · 朋友圈", " · moment"))
        .append(open ? "" : outcome(page, post, staff))
        .append("</span><div class=\"text\">")
        .append(Page.safe(post.created().text()))
        .append("</div>");
    if (!post.created().attachments().isEmpty()) {
      body.append("<span class=\"meta\">")
          .append(Page.safe(String.join(", ", post.created().attachments())))
          .append("</span>");
    }
    if (open) {
      body.append("<form method=\"post\" action=\"/staff/")
          .append(Page.inPath(staff))
          .append("/publish\"><input type=\"hidden\" name=\"momentId\" value=\"")
          .append(Page.safe(post.created().momentId()))
          .append("\"><button>")
          .append(page.say("发表到朋友圈", "Publish"))
          .append("</button></form>");
    }
    body.append("</div>");
  }

  private static String outcome(Page page, Post post, String staff) {
    return post.cancelled() && post.viewers(staff) == 0
        ? page.say(" · 已停止", " · stopped")
        : page.say(" · 可见客户 ", " · seen by ") + post.viewers(staff);
  }
}
