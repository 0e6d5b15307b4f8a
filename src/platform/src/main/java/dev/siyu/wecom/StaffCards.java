package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.util.List;

/** Cards with buttons for staff members (模板卡片, button_interaction; WeCom: docs 90236, 94888). */
public interface StaffCards {

  /** A line of a card, e.g. 申请人 ops. */
  record Line(String name, String value) {}

  /**
   * A button.
   *
   * @param main stands out
   * @param key what WeCom tells when it is pressed; empty when it opens a page
   * @param url http(s) address it opens; empty when WeCom tells
   */
  record Button(String text, boolean main, String key, String url) {

    public static Button tells(String text, boolean main, String key) {
      return new Button(text, main, key, "");
    }

    public static Button opens(String text, String url) {
      return new Button(text, false, "", url);
    }
  }

  /**
   * A card.
   *
   * @param taskId 1 to 128 letters, digits, {@code _-@}; once for an app
   * @param title the main line; leads to {@code link}
   * @param quote reasons, may be empty
   * @param words a sentence above the lines, may be empty
   * @param lines at most 6
   * @param buttons 1 to 6
   * @param replaced grey words instead of the buttons; empty: they can be pressed
   */
  record Card(
      String taskId,
      String source,
      String title,
      String lead,
      String quote,
      String words,
      List<Line> lines,
      String link,
      List<Button> buttons,
      String replaced) {

    public Card {
      lines = List.copyOf(lines);
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * Sends a card; answers its response code, with which it can be changed once within 72 hours.
   * 42014: the task id was used before.
   */
  CallResult<String> show(String staffUserId, Card card);

  /** Uses up a response code. 42022: it was used before; 42003: older than 72 hours. */
  CallResult<Boolean> change(String staffUserId, String responseCode, Card card);
}
