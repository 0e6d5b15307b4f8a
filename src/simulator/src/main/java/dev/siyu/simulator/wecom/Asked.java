package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a call asks for; whatever is read through here becomes a key field of its record. */
record Asked(JsonNode body, Map<String, String> keys) {

  private static final Map<String, String> USUAL =
      Map.of(
          "welcome_code", "welcomeCode",
          "external_userid", "externalUserId",
          "userid", "staffUserId",
          "sender", "staffUserId",
          "touser", "staffUserId",
          "msgid", "msgId",
          "state", "state");

  /** Notes the usual key fields at once, so that refused calls have them too. */
  static Asked of(JsonNode body) {
    Map<String, String> keys = new TreeMap<>();
    USUAL.forEach(
        (name, key) -> {
          JsonNode value = body.path(name);
          if (value.isArray()) {
            keys.put(key + "s", String.join(",", Json.texts(body, name)));
          } else if (!value.isMissingNode()) {
            keys.put(key, value.asString(""));
          }
        });
    String content = Json.text(body.path("text"), "content");
    if (!content.isEmpty()) {
      keys.put("contentHash", Hashes.of(content));
    }
    return new Asked(body, keys);
  }

  String text(String name, String key) {
    String value = Json.text(body, name);
    keys.put(key, value);
    return value;
  }

  List<String> texts(String name, String key) {
    List<String> values = Json.texts(body, name);
    keys.put(key, String.join(",", values));
    return values;
  }

  /** The text of a message: text.content. */
  String content() {
    return Json.text(body.path("text"), "content");
  }

  /** Notes what is attached: kind, title and address, without ids that chance has made. */
  void noteAttached() {
    List<String> all = new ArrayList<>();
    for (JsonNode one : body.path("attachments")) {
      String kind = Json.text(one, "msgtype");
      JsonNode part = one.path(kind);
      all.add(
          Stream.of(kind, Json.text(part, "title"), Json.text(part, "url"), Json.text(part, "page"))
              .filter(said -> !said.isEmpty())
              .collect(Collectors.joining(" ")));
    }
    if (!all.isEmpty()) {
      keys.put("attached", String.join("; ", all));
    }
  }
}
