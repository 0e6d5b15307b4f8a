package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.CardFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A card as one member sees it now. */
public record Card(CardFact.Received received, Instant at, JsonNode face) {

  /**
   * A button as it is shown.
   *
   * @param url empty: pressing it tells the app
   */
  public record Button(String text, String key, String url) {}

  /** A line of the card, e.g. 申请人 ops. */
  public record Line(String name, String value) {}

  public String text(String path) {
    return face.at(path).asString("");
  }

  /** Grey words instead of the buttons; empty while they can be pressed. */
  public String replaced() {
    return Json.text(face, "replace_text");
  }

  public List<Button> buttons() {
    List<Button> buttons = new ArrayList<>();
    face.path("button_list")
        .forEach(
            one ->
                buttons.add(
                    new Button(
                        Json.text(one, "text"), Json.text(one, "key"), Json.text(one, "url"))));
    return buttons;
  }

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    face.path("horizontal_content_list")
        .forEach(one -> lines.add(new Line(Json.text(one, "keyname"), Json.text(one, "value"))));
    return lines;
  }

  boolean offers(String key) {
    return replaced().isEmpty()
        && buttons().stream().anyMatch(one -> one.url().isEmpty() && one.key().equals(key));
  }

  Card showing(JsonNode other) {
    return new Card(received, at, other);
  }
}
