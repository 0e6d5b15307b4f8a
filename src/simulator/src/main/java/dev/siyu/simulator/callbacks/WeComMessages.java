package dev.siyu.simulator.callbacks;

import dev.siyu.simulator.journal.CardFact;
import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.StaffFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The XML of each event (docs 92130, 97299); the same fact always gives the same bytes. */
final class WeComMessages implements Post.Writer {

  private final String corpId;
  private final GroupMessages groups;
  private final CardMessages cards;

  WeComMessages(String corpId) {
    this.corpId = corpId;
    this.groups = new GroupMessages(corpId);
    this.cards = new CardMessages(corpId);
  }

  @Override
  public @Nullable Parcel parcel(Fact fact, Moment moment) {
    if (fact instanceof ContactFact told) {
      return contact(told, moment);
    }
    if (fact instanceof GroupFact told) {
      return groups.parcel(told, moment);
    }
    if (fact instanceof CardFact told) {
      return cards.parcel(told, moment);
    }
    return fact instanceof StaffFact told ? transfer(told, moment) : null;
  }

  /** The receiver gets the contact without a welcome code; the member before loses it. */
  private @Nullable Parcel transfer(StaffFact told, Moment moment) {
    return switch (told) {
      case StaffFact.TakenOver over ->
          change(over.toUserId(), over.externalUserId(), moment, "add_external_contact", Map.of());
      case StaffFact.DeletedByTransfer deleted ->
          change(
              deleted.fromUserId(),
              deleted.externalUserId(),
              moment,
              "del_external_contact",
              Map.of("Source", "DELETE_BY_TRANSFER"));
      case StaffFact.TransferFailed failed ->
          change(
              failed.toUserId(),
              failed.externalUserId(),
              moment,
              "transfer_fail",
              Map.of("FailReason", failed.reason()));
      case StaffFact.TransferStarted started -> null;
      case StaffFact.MemberChanged changed -> null;
      case StaffFact.LoginCodeIssued issued -> null;
      case StaffFact.LoginCodeUsed used -> null;
      case StaffFact.TagsMade made -> null;
      case StaffFact.TagsTold corp -> tags(corp, moment);
      case StaffFact.ContactEdited edited ->
          change(
              edited.userId(), edited.externalUserId(), moment, "edit_external_contact", Map.of());
    };
  }

  /** Without a member: corp tags are the corp's (doc 92130). */
  private Parcel tags(StaffFact.TagsTold corp, Moment moment) {
    StringBuilder xml = head("change_external_tag", corp.change(), moment.at());
    Xml.element(xml, "Id", corp.id());
    Xml.element(xml, "TagType", corp.type());
    String content = xml.append("</xml>").toString();
    return new Parcel(moment.id(), corp.id(), corp.change(), content, moment.at());
  }

  private StringBuilder head(String event, String change, Instant at) {
    StringBuilder xml = new StringBuilder("<xml>");
    Xml.element(xml, "ToUserName", corpId);
    Xml.element(xml, "FromUserName", "sys");
    xml.append("<CreateTime>").append(at.getEpochSecond()).append("</CreateTime>");
    Xml.element(xml, "MsgType", "event");
    Xml.element(xml, "Event", event);
    Xml.element(xml, "ChangeType", change);
    return xml;
  }

  private Parcel change(
      String staff, String customer, Moment moment, String change, Map<String, String> more) {
    return parcel(staff, customer, moment, "change_external_contact", change, more, moment.at());
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
            told.staffUserId(),
            told.externalUserId(),
            moment,
            "change_external_contact",
            "add_external_contact",
            more,
            added.at());
      }
      case ContactFact.Left left ->
          parcel(
              told.staffUserId(),
              told.externalUserId(),
              moment,
              "change_external_contact",
              left.byCustomer() ? "del_follow_user" : "del_external_contact",
              more,
              moment.at());
      case ContactFact.Replied replied -> {
        more.put("ChatKey", replied.chatKey());
        yield parcel(
            told.staffUserId(),
            told.externalUserId(),
            moment,
            "customer_acquisition",
            "customer_start_chat",
            more,
            moment.at());
      }
    };
  }

  private Parcel parcel(
      String staff,
      String customer,
      Moment moment,
      String event,
      String change,
      Map<String, String> more,
      Instant at) {
    StringBuilder xml = head(event, change, at);
    Xml.element(xml, "UserID", staff);
    Xml.element(xml, "ExternalUserID", customer);
    more.forEach((name, value) -> Xml.element(xml, name, value));
    String content = xml.append("</xml>").toString();
    return new Parcel(moment.id(), customer, change, content, moment.at());
  }
}
