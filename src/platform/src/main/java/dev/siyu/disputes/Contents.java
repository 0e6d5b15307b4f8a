package dev.siyu.disputes;

import dev.siyu.attribution.Split.Share;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What is put up for decision, as bytes. */
final class Contents {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Contents() {}

  /** Void when another decision on the order comes between. */
  static String of(Disputes.View dispute, int instead) {
    var content = new LinkedHashMap<String, Object>();
    content.put("dispute", dispute.id());
    content.put("source", dispute.source());
    content.put("order", dispute.orderId());
    content.put("instead", instead);
    content.put("shares", dispute.wanted());
    content.put("reason", dispute.reason());
    return JSON.writeValueAsString(content);
  }

  static int instead(String content) {
    return JSON.readTree(content).path("instead").asInt();
  }

  static String shares(List<Share> shares) {
    return JSON.writeValueAsString(shares);
  }

  static List<Share> shares(String json) {
    return List.of(JSON.readValue(json, Share[].class));
  }
}
