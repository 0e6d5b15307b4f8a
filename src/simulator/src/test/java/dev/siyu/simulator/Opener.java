package dev.siyu.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens WeCom's messages by the letter of doc 90968; shares no code with the simulator. */
final class Opener {

  static final String CORP = "sampleCorp00000001";
  static final String TOKEN = "sampleCallbackToken";
  static final String KEY = "sampleAesKey0123456789abcdefghijklmnopqrstu";

  private Opener() {}

  static String open(Map<String, String> query, String encrypted) {
    try {
      TreeSet<String> sorted =
          new TreeSet<>(
              List.of(
                  TOKEN,
                  query.getOrDefault("timestamp", ""),
                  query.getOrDefault("nonce", ""),
                  encrypted));
      byte[] sha =
          MessageDigest.getInstance("SHA-1")
              .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (byte b : sha) {
        hex.append(String.format("%02x", b));
      }
      if (!hex.toString().equals(query.get("msg_signature"))) {
        return "WRONG SIGNATURE";
      }
      return decrypt(encrypted);
    } catch (GeneralSecurityException e) {
      return "UNREADABLE " + e;
    }
  }

  static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  static String element(String xml, String name) {
    return between(xml, "<" + name + "><![CDATA[", "]]></" + name + ">");
  }

  private static String decrypt(String encrypted) throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(KEY + "=");
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(Arrays.copyOf(key, 16)));
    byte[] padded = cipher.doFinal(Base64.getDecoder().decode(encrypted));
    int padding = padded[padded.length - 1];
    if (padding < 1 || padding > 32 || padded.length % 32 != 0) {
      return "WRONG PADDING " + padding;
    }
    int length =
        (padded[16] & 255) << 24
            | (padded[17] & 255) << 16
            | (padded[18] & 255) << 8
            | (padded[19] & 255);
    String receiver =
        new String(
            padded, 20 + length, padded.length - padding - 20 - length, StandardCharsets.UTF_8);
    return receiver.equals(CORP)
        ? new String(padded, 20, length, StandardCharsets.UTF_8)
        : "WRONG RECEIVER " + receiver;
  }
}
