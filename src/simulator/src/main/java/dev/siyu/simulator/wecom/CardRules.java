package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What WeCom wants of a card of buttons (docs 90236 and 94888, codes of doc 90313). */
final class CardRules {

  private static final String TYPE = "button_interaction";
  private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_@-]{1,128}");
  private static final int BUTTONS = 6;
  private static final int LINES = 6;

  private CardRules() {}

  /** Null when the card may be shown. */
  static @Nullable Reply objection(JsonNode card) {
    if (!Json.text(card, "card_type").equals(TYPE)) {
      return Reply.refused(Codes.CARD_TYPE, "template_card.card_type (expected: " + TYPE + ")");
    }
    if (Json.text(card.path("main_title"), "title").isEmpty()) {
      return Reply.refused(Codes.CARD_TITLE, "template_card.main_title.title is missing");
    }
    Reply action = action(card.path("card_action"));
    if (action != null) {
      return action;
    }
    if (card.path("horizontal_content_list").size() > LINES) {
      return Reply.refused(Codes.CARD_LINES, "horizontal_content_list is longer than " + LINES);
    }
    for (JsonNode line : card.path("horizontal_content_list")) {
      if (Json.text(line, "keyname").isEmpty()) {
        return Reply.refused(Codes.CARD_LINE_NAME, "horizontal_content_list.keyname is missing");
      }
    }
    return buttons(card.path("button_list"));
  }

  private static @Nullable Reply action(JsonNode action) {
    boolean opens = Json.whole(action, "type", 0) == 1;
    return opens && Json.text(action, "url").isEmpty()
        ? Reply.refused(Codes.CARD_URL, "card_action.url is missing")
        : null;
  }

  private static @Nullable Reply buttons(JsonNode buttons) {
    if (buttons.isEmpty() || buttons.size() > BUTTONS) {
      return Reply.refused(Codes.BUTTONS, "button_list has not 1 to " + BUTTONS + " buttons");
    }
    for (JsonNode button : buttons) {
      if (Json.text(button, "text").isEmpty()) {
        return Reply.refused(Codes.BUTTON_TEXT, "button_list.text is missing");
      }
      boolean opens = Json.whole(button, "type", 0) == 1;
      if (opens && Json.text(button, "url").isEmpty()) {
        return Reply.refused(Codes.CARD_URL, "button_list.url is missing");
      }
      if (!opens && Json.text(button, "key").isEmpty()) {
        return Reply.refused(Codes.BUTTON_KEY, "button_list.key is missing");
      }
    }
    return null;
  }

  static boolean isTaskId(String taskId) {
    return TASK_ID.matcher(taskId).matches();
  }
}
