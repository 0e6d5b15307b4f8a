package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.CardFact;
import dev.siyu.simulator.journal.Moment;
import org.jspecify.annotations.Nullable;

/** The XML of template_card_event (doc 90240); from the member who pressed. */
final class CardMessages {

  private static final String EVENT = "template_card_event";

  private final String corpId;

  CardMessages(String corpId) {
    this.corpId = corpId;
  }

  @Nullable Parcel parcel(CardFact fact, Moment moment) {
    return switch (fact) {
      case CardFact.Received received -> null;
      case CardFact.Updated updated -> null;
      case CardFact.Pressed pressed -> pressed(pressed, moment);
    };
  }

  private Parcel pressed(CardFact.Pressed pressed, Moment moment) {
    StringBuilder xml = new StringBuilder("<xml>");
    Xml.element(xml, "ToUserName", corpId);
    Xml.element(xml, "FromUserName", pressed.staffUserId());
    xml.append("<CreateTime>").append(moment.at().getEpochSecond()).append("</CreateTime>");
    Xml.element(xml, "MsgType", "event");
    Xml.element(xml, "Event", EVENT);
    Xml.element(xml, "EventKey", pressed.key());
    Xml.element(xml, "TaskId", pressed.taskId());
    Xml.element(xml, "CardType", pressed.cardType());
    Xml.element(xml, "ResponseCode", pressed.responseCode());
    xml.append("<AgentID>").append(pressed.agentId()).append("</AgentID>");
    String content = xml.append("</xml>").toString();
    return new Parcel(moment.id(), pressed.staffUserId(), EVENT, content, moment.at());
  }
}
