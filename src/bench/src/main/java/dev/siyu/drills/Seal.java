package dev.siyu.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals callbacks as WeCom does (doc 90968) with the secrets of the sample mode, every part open to
 * a forger.
 */
final class Seal {

  static final String CORP = "sampleCorp00000001";
  private static final String TOKEN = "sampleCallbackToken";
  private static final byte[] KEY =
      Base64.getDecoder().decode("sampleAesKey0123456789abcdefghijklmnopqrstu=");

  private Seal() {}

  static byte[] plain(int length, byte[] message, String receiver) {
    byte[] to = receiver.getBytes(UTF_8);
    return ByteBuffer.allocate(20 + message.length + to.length)
        .put(new byte[16])
        .putInt(length)
        .put(message)
        .put(to)
        .array();
  }

  static byte[] padded(byte[] plain) {
    int pad = 32 - plain.length % 32;
    byte[] padded = Arrays.copyOf(plain, plain.length + pad);
    Arrays.fill(padded, plain.length, padded.length, (byte) pad);
    return padded;
  }

  static String encrypted(byte[] padded) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(KEY, 0, 16));
      return Base64.getEncoder().encodeToString(cipher.doFinal(padded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sealed(String message) {
    byte[] bytes = message.getBytes(UTF_8);
    return encrypted(padded(plain(bytes.length, bytes, CORP)));
  }

  static String query(String timestamp, String nonce, String encrypted) {
    String parts =
        Stream.of(TOKEN, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
    try {
      String signature =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-1").digest(parts.getBytes(UTF_8)));
      return "msg_signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String envelope(String encrypted) {
    return "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
        .formatted(CORP, encrypted);
  }
}
