package dev.siyu.simulator.phone;

import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.Contacts;
import java.util.List;

/** Finds a customer's phone. */
final class PhoneList {

  private static final int MOST = 50;

  private final Journal journal;
  private final Contacts contacts;
  private final Phones phones;

  PhoneList(Journal journal, Contacts contacts, Phones phones) {
    this.journal = journal;
    this.contacts = contacts;
    this.phones = phones;
  }

  String html(Page page, Request request) {
    String wanted = request.query("q", "").strip();
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(page.say("客户的手机", "Customers' phones")).append("</h1>");
    body.append("<form class=\"inline\"><input name=\"q\" value=\"")
        .append(Page.safe(wanted))
        .append("\" placeholder=\"")
        .append(page.say("姓名或 external_userid", "name or external_userid"))
        .append("\"><button>")
        .append(page.say("查找", "Find"))
        .append("</button></form>");
    journal.read(() -> rows(page, body, wanted));
    return page.html(page.say("手机", "Phones"), body.toString());
  }

  private boolean rows(Page page, StringBuilder body, String wanted) {
    List<Contact> found =
        contacts.all().stream()
            .filter(c -> c.name().contains(wanted) || c.externalUserId().contains(wanted))
            .limit(MOST + 1)
            .toList();
    found.stream().limit(MOST).forEach(contact -> row(page, body, contact));
    if (found.isEmpty()) {
      body.append("<p>").append(page.say("没有客户。", "No customer.")).append("</p>");
    }
    if (found.size() > MOST) {
      body.append("<p>")
          .append(page.say("只显示前 50 位，请用查找。", "The first 50 only; use the search."))
          .append("</p>");
    }
    return true;
  }

  private void row(Page page, StringBuilder body, Contact contact) {
    List<Bubble> bubbles = phones.of(contact.externalUserId());
    String last = bubbles.isEmpty() ? "" : Words.of(page, bubbles.getLast());
    String name = contact.name().isEmpty() ? "?" : contact.name();
    body.append("<a class=\"row\" href=\"/phone/")
        .append(Page.inPath(contact.externalUserId()))
        .append("\"><span class=\"face\">")
        .append(Page.safe(name.substring(0, name.offsetByCodePoints(0, 1))))
        .append("</span><div>")
        .append(Page.safe(name))
        .append("<small>")
        .append(Page.safe(last))
        .append("</small></div><span class=\"badge\">")
        .append(
            contact.friendships().isEmpty()
                ? page.say("已离开", "left")
                : Page.safe(String.join(", ", contact.friendships().keySet())))
        .append("</span></a>");
  }
}
