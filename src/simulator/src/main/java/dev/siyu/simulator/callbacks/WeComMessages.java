package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The XML of each event (docs 92130, 97299); the same fact always gives the same bytes. */
final class WeComMessages implements Post.Writer {

  private final String corpId;

  WeComMessages(String corpId) {
    this.corpId = corpId;
  }

  @Override
  public @Nullable Parcel parcel(Fact fact, Moment moment) {
    return fact instanceof ContactFact told ? contact(told, moment) : null;
  }

  private Parcel contact(ContactFact told, Moment moment) {
    Map<String, String> more = new LinkedHashMap<>();
    return switch (told) {
      case ContactFact.Added added -> {
        String state = added.state();
        if (state != null) {
          more.put("State", state);
        }
        more.put("WelcomeCode", added.welcomeCode());
        yield parcel(
            told, moment, "change_external_contact", "add_external_contact", more, added.at());
      }
      case ContactFact.Left left ->
          parcel(
              told,
              moment,
              "change_external_contact",
              left.byCustomer() ? "del_follow_user" : "del_external_contact",
              more,
              moment.at());
      case ContactFact.Replied replied -> {
        more.put("ChatKey", replied.chatKey());
        yield parcel(
            told, moment, "customer_acquisition", "customer_start_chat", more, moment.at());
      }
    };
  }

  private Parcel parcel(
      ContactFact told,
      Moment moment,
      String event,
      String change,
      Map<String, String> more,
      Instant at) {
    StringBuilder xml = new StringBuilder("<xml>");
    element(xml, "ToUserName", corpId);
    element(xml, "FromUserName", "sys");
    xml.append("<CreateTime>").append(at.getEpochSecond()).append("</CreateTime>");
    element(xml, "MsgType", "event");
    element(xml, "Event", event);
    element(xml, "ChangeType", change);
    element(xml, "UserID", told.staffUserId());
    element(xml, "ExternalUserID", told.externalUserId());
    more.forEach((name, value) -> element(xml, name, value));
    String content = xml.append("</xml>").toString();
    return new Parcel(moment.id(), told.externalUserId(), change, content, moment.at());
  }

  private static void element(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append("><![CDATA[");
    xml.append(value.replace("]]>", "]]]]><![CDATA[>"));
    xml.append("]]></").append(name).append('>');
  }
}
