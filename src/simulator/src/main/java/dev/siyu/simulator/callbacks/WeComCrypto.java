package dev.siyu.simulator.callbacks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeCom's message encryption (doc 90968): AES-256-CBC, IV = first half of the key, PKCS#7 to 32
 * bytes over 16 random bytes + length + message + receiver id; SHA-1 over the sorted values.
 */
public final class WeComCrypto {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BLOCK = 32;
  private static final int SALT = 16;

  private final SecretKeySpec key;
  private final IvParameterSpec iv;
  private final String token;
  private final String receiver;

  /** {@code encodingAesKey} has 43 characters. */
  public WeComCrypto(String token, String encodingAesKey, String receiver) {
    byte[] raw = Base64.getDecoder().decode(encodingAesKey + "=");
    if (raw.length != BLOCK) {
      throw new IllegalArgumentException(
          "aes-key gives " + raw.length + " bytes (expected: 43 characters giving 32 bytes)");
    }
    this.key = new SecretKeySpec(raw, "AES");
    this.iv = new IvParameterSpec(Arrays.copyOf(raw, SALT));
    this.token = token;
    this.receiver = receiver;
  }

  /** Different each time for the same message. */
  public String encrypt(String message) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
    int length = SALT + Integer.BYTES + text.length + to.length;
    int padding = BLOCK - length % BLOCK;
    ByteBuffer plain = ByteBuffer.allocate(length + padding);
    plain.put(salt).putInt(text.length).put(text).put(to);
    while (plain.hasRemaining()) {
      plain.put((byte) padding);
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, iv);
      return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String sign(String timestamp, String nonce, String encrypted) {
    String[] values = {token, timestamp, nonce, encrypted};
    Arrays.sort(values);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(String.join("", values).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String receiver() {
    return receiver;
  }
}
