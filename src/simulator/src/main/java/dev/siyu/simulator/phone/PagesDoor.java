package dev.siyu.simulator.phone;

import dev.siyu.simulator.control.CallSummary;
import dev.siyu.simulator.control.ControlDoor;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.mall.MallWorld;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.PostDesk;
import dev.siyu.simulator.wecom.StaffDesk;
import dev.siyu.simulator.wecom.WeComWorld;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.IntSupplier;

/** {@code /}, {@code /phone}, {@code /staff}, {@code /faults}. */
public final class PagesDoor {

  private final Journal journal;
  private final WeComWorld weCom;
  private final StaffDesk desk;
  private final PostDesk posts;
  private final CallSummary summary;
  private final IntSupplier waiting;
  private final PhoneActions actions;
  private final IndexPage index;
  private final PhoneList list;
  private final PhonePage phone;
  private final StaffPage staff;
  private final FaultPage faultPage;

  public PagesDoor(
      Journal journal,
      WeComWorld weCom,
      MallWorld mall,
      Phones phones,
      StaffDesk desk,
      Faults faults,
      CallSummary summary,
      ControlDoor control,
      IntSupplier waiting) {
    this.journal = journal;
    this.weCom = weCom;
    this.desk = desk;
    this.summary = summary;
    this.waiting = waiting;
    this.actions = new PhoneActions(journal, control);
    this.index = new IndexPage(journal, weCom, mall);
    this.list = new PhoneList(journal, weCom.contacts(), phones);
    GroupParts groups = new GroupParts(weCom.chats(), phones);
    this.phone = new PhonePage(journal, phones, weCom.tags(), mall, groups);
    this.posts = weCom.postDesk(journal);
    this.staff =
        new StaffPage(journal, weCom.massSends(), weCom.posts(), phones, groups, weCom.cards());
    this.faultPage = new FaultPage(faults);
  }

  public Answer answer(Request request) {
    ZoneId zone = weCom.settings().zone();
    Page page = Page.of(request, zone);
    String[] path = request.tail().split("/", 3);
    String name = path.length > 1 ? path[1] : "";
    String act = path.length > 2 ? path[2] : "";
    boolean post = request.method().equals("POST");
    Answer answer =
        switch (path[0]) {
          case "" -> Answer.html(index(page));
          case "phone" -> phones(page, request, name, post ? act : "");
          case "staff" -> staff(page, request, name, post ? act : "");
          case "faults" -> faults(page, request, post);
          default -> Answer.error(404, "no such page: " + request.path());
        };
    return remembered(answer, request);
  }

  private String index(Page page) {
    Map<String, Map<String, Long>> calls = journal.read(summary::byKind);
    return index.html(page, calls, waiting.getAsInt());
  }

  private Answer phones(Page page, Request request, String name, String act) {
    if (name.isEmpty()) {
      return Answer.html(list.html(page, request));
    }
    Contact contact = journal.read(() -> weCom.contacts().find(name));
    if (contact == null) {
      return Answer.error(404, "no such customer: " + name);
    }
    if (!act.isEmpty()) {
      actions.act(contact, act, request.form());
      return Answer.seeOther("/phone/" + Page.inPath(name));
    }
    return Answer.html(phone.html(page, contact));
  }

  private Answer staff(Page page, Request request, String name, String act) {
    if (!act.isEmpty()) {
      if (act.equals("publish")) {
        posts.publish(request.form().getOrDefault("momentId", ""), name);
      } else if (act.equals("press")) {
        Map<String, String> form = request.form();
        String task = form.getOrDefault("taskId", "");
        weCom.cards().press(journal, task, name, form.getOrDefault("key", ""));
      } else {
        desk.confirm(request.form().getOrDefault("msgId", ""), name);
      }
      return Answer.seeOther("/staff/" + Page.inPath(name));
    }
    return Answer.html(staff.html(page, name));
  }

  private Answer faults(Page page, Request request, boolean post) {
    if (post) {
      faultPage.change(request.form());
      return Answer.seeOther("/faults");
    }
    return Answer.html(faultPage.html(page));
  }

  /** Keeps the chosen language. */
  private static Answer remembered(Answer answer, Request request) {
    String lang = request.query("lang", "");
    if (answer instanceof Answer.Full full && (lang.equals("en") || lang.equals("zh"))) {
      Map<String, String> headers = new java.util.HashMap<>(full.headers());
      headers.put("Set-Cookie", "lang=" + lang + "; Path=/; SameSite=Lax; Max-Age=31536000");
      return new Answer.Full(full.status(), headers, full.body());
    }
    return answer;
  }
}
