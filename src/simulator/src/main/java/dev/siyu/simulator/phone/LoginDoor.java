package dev.siyu.simulator.phone;

import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.StaffFact.MemberState;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.Friendship;
import dev.siyu.simulator.wecom.WeComWorld;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /connect/oauth2/authorize}: inside WeCom nobody sees it, because WeCom knows the member;
 * here somebody says which one they are (doc 91022).
 */
public final class LoginDoor {

  private final Journal journal;
  private final WeComWorld weCom;

  public LoginDoor(Journal journal, WeComWorld weCom) {
    this.journal = journal;
    this.weCom = weCom;
  }

  public Answer answer(Request request) {
    Page page = Page.of(request, weCom.settings().zone());
    String back = request.query("redirect_uri", "");
    if (!request.query("appid", "").equals(weCom.settings().corpId())
        || !request.query("response_type", "").equals("code")
        || !back.matches("https?://[^/].*")) {
      return Answer.error(400, "appid, response_type=code or redirect_uri is wrong");
    }
    if (!trusted(back)) {
      return Answer.error(
          400,
          "50001 redirect_uri: %s (expected: a host of trusted-domain, %s)"
              .formatted(back, weCom.settings().trustedDomains()));
    }
    if (!request.method().equals("POST")) {
      return Answer.html(html(page, request));
    }
    String user = request.form().getOrDefault("userid", "").strip();
    if (user.isEmpty() || journal.read(() -> weCom.members().state(user)) == MemberState.LEFT) {
      return Answer.error(400, "no member of the company: " + user);
    }
    String code = weCom.logins().issue(journal, user);
    return Answer.seeOther(
        "%s%scode=%s&state=%s"
            .formatted(
                back, back.contains("?") ? "&" : "?", code, encoded(request.query("state", ""))));
  }

  private boolean trusted(String back) {
    try {
      String host = new URI(back).getHost();
      return host != null && weCom.settings().trustedDomains().contains(host);
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private String html(Page page, Request request) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>").append(page.say("您是哪位成员？", "Which member are you?"));
    body.append("</h1><p>");
    body.append(
        page.say(
            "真实的企业微信知道是谁打开的网页，不会出现这一页。",
            "The real WeCom knows who opened the page, and skips this one."));
    body.append("</p><form method=\"post\" action=\"/connect/oauth2/authorize?");
    body.append(Page.safe(query(request))).append("\">");
    for (String member : journal.read(this::members)) {
      body.append("<button class=\"row\" name=\"userid\" value=\"").append(Page.safe(member));
      body.append("\">").append(Page.safe(member)).append("</button>");
    }
    body.append("</form><form class=\"inline\" method=\"post\" action=\"");
    body.append("/connect/oauth2/authorize?").append(Page.safe(query(request)));
    body.append("\"><input name=\"userid\" required placeholder=\"userid\"> <button>");
    body.append(page.say("以此账号进入", "Enter as this one")).append("</button></form>");
    return page.html(page.say("企业微信授权", "WeCom authorization"), body.toString());
  }

  private Set<String> members() {
    Set<String> members = new TreeSet<>(weCom.cards().holders());
    for (Contact contact : weCom.contacts().all()) {
      for (Friendship friendship : contact.friendships().values()) {
        members.add(friendship.staffUserId());
      }
    }
    return members;
  }

  private static String query(Request request) {
    StringBuilder query = new StringBuilder();
    request
        .query()
        .forEach(
            (name, value) ->
                query.append(encoded(name)).append('=').append(encoded(value)).append('&'));
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
