package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The XML of change_external_chat (doc 92130); posts of customers are told to nobody. */
final class GroupMessages {

  private static final String EVENT = "change_external_chat";

  private final String corpId;

  GroupMessages(String corpId) {
    this.corpId = corpId;
  }

  @Nullable Parcel parcel(GroupFact fact, Moment moment) {
    return switch (fact) {
      case GroupFact.Opened opened -> parcel(opened.chatId(), moment, "create", Map.of(), "");
      case GroupFact.Joined joined -> {
        Map<String, String> more = detail("add_member");
        more.put("JoinScene", String.valueOf(joined.scene()));
        more.put("MemChangeCnt", "1");
        yield parcel(joined.chatId(), moment, "update", more, joined.memberId());
      }
      case GroupFact.Left left -> {
        Map<String, String> more = detail("del_member");
        more.put("QuitScene", String.valueOf(left.scene()));
        more.put("MemChangeCnt", "1");
        yield parcel(left.chatId(), moment, "update", more, left.memberId());
      }
      case GroupFact.Changed changed ->
          parcel(changed.chatId(), moment, "update", detail(changed.what()), "");
      case GroupFact.Dismissed dismissed ->
          parcel(dismissed.chatId(), moment, "dismiss", Map.of(), "");
      case GroupFact.Posted posted -> null;
      case GroupFact.JoinWaySaved saved -> null;
      case GroupFact.JoinWayDeleted deleted -> null;
      case GroupFact.WelcomeSaved saved -> null;
      case GroupFact.WelcomeDeleted deleted -> null;
    };
  }

  private static Map<String, String> detail(String what) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("UpdateDetail", what);
    return more;
  }

  private Parcel parcel(
      String chatId, Moment moment, String change, Map<String, String> more, String member) {
    StringBuilder xml = new StringBuilder("<xml>");
    Xml.element(xml, "ToUserName", corpId);
    Xml.element(xml, "FromUserName", "sys");
    xml.append("<CreateTime>").append(moment.at().getEpochSecond()).append("</CreateTime>");
    Xml.element(xml, "MsgType", "event");
    Xml.element(xml, "Event", EVENT);
    Xml.element(xml, "ChatId", chatId);
    Xml.element(xml, "ChangeType", change);
    more.forEach((name, value) -> Xml.element(xml, name, value));
    if (!member.isEmpty()) {
      xml.append("<MemChangeList>");
      List.of(member).forEach(one -> Xml.element(xml, "Item", one));
      xml.append("</MemChangeList>");
    }
    String content = xml.append("</xml>").toString();
    return new Parcel(moment.id(), chatId, EVENT + "_" + change, content, moment.at());
  }
}
