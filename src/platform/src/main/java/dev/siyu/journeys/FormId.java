package dev.siyu.journeys;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The name by which a form (form-js JSON) is called. */
final class FormId {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Empty when it has none or cannot be read. */
  static String of(String form) {
    try {
      return JSON.readTree(form).path("id").asString("");
    } catch (JacksonException unreadable) {
      return "";
    }
  }

  static String changed(String form, String id) {
    return JSON.writeValueAsString(((ObjectNode) JSON.readTree(form)).put("id", id));
  }

  private FormId() {}
}
