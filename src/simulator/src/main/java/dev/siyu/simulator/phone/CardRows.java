package dev.siyu.simulator.phone;

import dev.siyu.simulator.wecom.Card;
import dev.siyu.simulator.wecom.Cards;
import java.util.List;

/** The cards with buttons on a member's page, newest first. */
final class CardRows {

  private static final int MOST = 50;

  private final Cards cards;

  CardRows(Cards cards) {
    this.cards = cards;
  }

  void all(Page page, StringBuilder body, String staff) {
    List<Card> all = cards.of(staff).reversed();
    body.append("<h2>").append(page.say("卡片", "Cards")).append(" · ");
    body.append(all.size()).append("</h2>");
    all.stream().limit(MOST).forEach(card -> card(page, body, card));
  }

  private static void card(Page page, StringBuilder body, Card card) {
    body.append("<div class=\"box tcard\" data-task=\"");
    body.append(Page.safe(card.received().taskId())).append("\"><span class=\"meta\">");
    body.append(page.time(card.at()));
    body.append(" · ").append(Page.safe(card.text("/source/desc"))).append("</span>");
    body.append("<a class=\"title\" href=\"").append(link(card.text("/card_action/url")));
    body.append("\">").append(Page.safe(card.text("/main_title/title"))).append("</a><p>");
    body.append(Page.safe(card.text("/main_title/desc"))).append("</p>");
    if (!card.text("/quote_area/quote_text").isEmpty()) {
      body.append("<blockquote>").append(Page.safe(card.text("/quote_area/quote_text")));
      body.append("</blockquote>");
    }
    body.append("<div>").append(Page.safe(card.text("/sub_title_text"))).append("</div><dl>");
    for (Card.Line line : card.lines()) {
      body.append("<dt>").append(Page.safe(line.name())).append("</dt><dd>");
      body.append(Page.safe(line.value())).append("</dd>");
    }
    body.append("</dl><div class=\"inline\">");
    if (card.replaced().isEmpty()) {
      card.buttons().forEach(button -> button(body, card, button));
    } else {
      body.append("<button disabled class=\"plain\">").append(Page.safe(card.replaced()));
      body.append("</button>");
    }
    body.append("</div></div>");
  }

  private static void button(StringBuilder body, Card card, Card.Button button) {
    if (!button.url().isEmpty()) {
      body.append("<a class=\"button\" href=\"").append(link(button.url())).append("\">");
      body.append(Page.safe(button.text())).append("</a>");
      return;
    }
    body.append("<form method=\"post\" action=\"/staff/")
        .append(Page.inPath(card.received().staffUserId()))
        .append("/press\"><input type=\"hidden\" name=\"taskId\" value=\"")
        .append(Page.safe(card.received().taskId()))
        .append("\"><input type=\"hidden\" name=\"key\" value=\"")
        .append(Page.safe(button.key()))
        .append("\"><button>")
        .append(Page.safe(button.text()))
        .append("</button></form>");
  }

  /** Only web addresses become links. */
  private static String link(String url) {
    return url.matches("https?://.*") ? Page.safe(url) : "#";
  }
}
