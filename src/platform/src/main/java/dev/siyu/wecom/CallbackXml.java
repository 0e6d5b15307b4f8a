package dev.siyu.wecom;

import dev.siyu.wechat.Envelope;
import dev.siyu.xml.SafeXml;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the decrypted XML of a callback into a {@link WeComEvent}. */
final class CallbackXml {

  private static final String CARD = "template_card_event";

  private final Clock clock;

  CallbackXml(Clock clock) {
    this.clock = clock;
  }

  WeComCallbacks.Opened opened(byte[] message) {
    var fields = fields(message);
    var change = fields.get("ChangeType");
    var type = fields.getOrDefault("Event", "malformed") + (change == null ? "" : "/" + change);
    boolean isCard = CARD.equals(fields.get("Event"));
    var subject =
        (isCard ? Stream.of("FromUserName") : Stream.of("ExternalUserID", "UserID", "ChatId"))
            .map(name -> fields.getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    return new WeComCallbacks.Opened.Authentic(message, type, subject, event(fields).at());
  }

  WeComEvent read(byte[] message) {
    return event(fields(message));
  }

  private WeComEvent event(Map<String, String> fields) {
    var at = at(fields.get("CreateTime"));
    var event = fields.getOrDefault("Event", "malformed");
    var change = fields.get("ChangeType");
    var staff = fields.getOrDefault("UserID", "");
    var customer = fields.getOrDefault("ExternalUserID", "");
    if (event.equals("change_external_chat")) {
      return GroupXml.event(fields, at);
    }
    if (event.equals(CARD)) {
      return pressed(fields, at);
    }
    if (change != null && event.equals("change_external_tag")) {
      return new WeComEvent.CorpTagsChanged(fields.getOrDefault("Id", ""), change, at);
    }
    if (change == null || staff.isBlank() || customer.isBlank()) {
      return new WeComEvent.Other(event, change, at);
    }
    return switch (event + "/" + change) {
      case "change_external_contact/add_external_contact",
          "change_external_contact/add_half_external_contact" ->
          new WeComEvent.ContactAdded(
              staff, customer, filled(fields, "State"), filled(fields, "WelcomeCode"), at);
      case "change_external_contact/edit_external_contact" ->
          new WeComEvent.ContactEdited(staff, customer, at);
      case "change_external_contact/del_external_contact" ->
          new WeComEvent.ContactLeft(
              staff, customer, false, "DELETE_BY_TRANSFER".equals(fields.get("Source")), at);
      case "change_external_contact/transfer_fail" ->
          new WeComEvent.TransferFailed(staff, customer, fields.getOrDefault("FailReason", ""), at);
      case "change_external_contact/del_follow_user" ->
          new WeComEvent.ContactLeft(staff, customer, true, at);
      case "change_external_contact/customer_start_chat",
          "customer_acquisition/customer_start_chat" ->
          new WeComEvent.ChatStarted(staff, customer, at);
      default -> new WeComEvent.Other(event, change, at);
    };
  }

  private static WeComEvent pressed(Map<String, String> fields, Instant at) {
    var staff = fields.getOrDefault("FromUserName", "");
    var task = fields.getOrDefault("TaskId", "");
    return staff.isBlank() || task.isBlank()
        ? new WeComEvent.Other(CARD, null, at)
        : new WeComEvent.CardPressed(
            staff,
            task,
            fields.getOrDefault("EventKey", ""),
            fields.getOrDefault("ResponseCode", ""),
            at);
  }

  private Instant at(@Nullable String createTime) {
    return createTime != null && createTime.matches("[0-9]{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(createTime))
        : clock.instant();
  }

  private static @Nullable String filled(Map<String, String> fields, String name) {
    var value = fields.getOrDefault(name, "");
    return value.isBlank() ? null : value;
  }

  /** The root's child elements; empty when the message is not XML. */
  private static Map<String, String> fields(byte[] message) {
    var fields = new HashMap<String, String>();
    try {
      var root = SafeXml.parse(message, Envelope.MAX_BYTES).getDocumentElement();
      for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element) {
          fields.putIfAbsent(element.getTagName(), GroupXml.text(element));
        }
      }
    } catch (SafeXml.Malformed e) {
      fields.clear();
    }
    return fields;
  }
}
