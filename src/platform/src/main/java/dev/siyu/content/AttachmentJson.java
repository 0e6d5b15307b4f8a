package dev.siyu.content;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attachments as the table keeps them. */
final class AttachmentJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<List<PieceAttachment>> LIST = new TypeReference<>() {};

  static String write(List<PieceAttachment> attachments) {
    return MAPPER.writeValueAsString(attachments);
  }

  static List<PieceAttachment> read(String json) {
    return MAPPER.readValue(json, LIST);
  }

  private AttachmentJson() {}
}
