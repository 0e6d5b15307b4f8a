package dev.siyu.disputes;

import dev.siyu.attribution.Split.Share;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What is put up for decision, as bytes, and as people read it. */
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

  static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  static String yuan(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
