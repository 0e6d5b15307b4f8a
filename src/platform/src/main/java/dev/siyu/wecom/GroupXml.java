package dev.siyu.wecom;

import dev.siyu.wecom.WeComEvent.GroupChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the fields of change_external_chat. */
final class GroupXml {

  private static final String BETWEEN = ",";

  /** Nothing but {@code Other} without the group's id. */
  static WeComEvent event(Map<String, String> fields, Instant at) {
    var chatId = fields.getOrDefault("ChatId", "");
    var type = fields.getOrDefault("ChangeType", "");
    if (chatId.isBlank()) {
      return new WeComEvent.Other("change_external_chat", type, at);
    }
    var change = change(type, fields.getOrDefault("UpdateDetail", ""));
    var scene =
        fields.getOrDefault(change == GroupChange.MEMBERS_LEFT ? "QuitScene" : "JoinScene", "");
    return new WeComEvent.GroupChanged(
        chatId,
        change,
        scene.matches("[0-9]{1,3}") ? Integer.parseInt(scene) : 0,
        Pattern.compile(BETWEEN)
            .splitAsStream(fields.getOrDefault("MemChangeList", ""))
            .filter(id -> !id.isBlank())
            .toList(),
        at);
  }

  private static GroupChange change(String type, String detail) {
    return switch (type + "/" + detail) {
      case "update/add_member" -> GroupChange.MEMBERS_JOINED;
      case "update/del_member" -> GroupChange.MEMBERS_LEFT;
      case "update/change_owner" -> GroupChange.OWNER;
      case "update/change_name" -> GroupChange.NAME;
      case "update/change_notice" -> GroupChange.NOTICE;
      case "create/" -> GroupChange.CREATED;
      case "dismiss/" -> GroupChange.DISMISSED;
      default -> GroupChange.OTHER;
    };
  }

  /** The text of an element; of a list the texts of its items, comma between them. */
  static String text(Element element) {
    if (!element.getTagName().equals("MemChangeList")) {
      return element.getTextContent().strip();
    }
    List<String> items = new ArrayList<>();
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element item) {
        items.add(item.getTextContent().strip());
      }
    }
    return String.join(BETWEEN, items);
  }

  private GroupXml() {}
}
