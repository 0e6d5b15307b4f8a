package dev.siyu.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The callback encryption of WeCom (doc 90968) and WeChat Store: SHA-1 over the sorted parts,
 * AES-256-CBC with the key's first half as IV, own PKCS#7 to 32 bytes; inside: 16 random bytes, 4
 * length bytes, message, receiver.
 */
public final class CallbackCipher {

  private static final int BLOCK = 32;
  private static final int RANDOM = 16;
  private static final int LENGTH = 4;

  private final String token;
  private final SecretKeySpec key;
  private final IvParameterSpec iv;
  private final byte[] receiver;

  /**
   * @param encodingAesKey 43 characters Base64 without padding
   * @param receiver the corp id or app id; a message for anybody else is refused
   */
  public CallbackCipher(String token, String encodingAesKey, String receiver) {
    if (encodingAesKey.length() != 43) {
      throw new IllegalArgumentException(
          "callback-aes-key: " + encodingAesKey.length() + " characters (expected: 43 of Base64)");
    }
    byte[] bytes = Base64.getDecoder().decode(encodingAesKey + "=");
    this.token = token;
    this.key = new SecretKeySpec(bytes, "AES");
    this.iv = new IvParameterSpec(bytes, 0, 16);
    this.receiver = receiver.getBytes(StandardCharsets.UTF_8);
  }

  public void checkSignature(String signature, String timestamp, String nonce, String encrypted)
      throws CallbackRefused {
    var expected = signature(timestamp, nonce, encrypted).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      throw new CallbackRefused("SIYU-2102", "signature does not match");
    }
  }

  public String signature(String timestamp, String nonce, String encrypted) {
    var parts = Stream.of(token, timestamp, nonce, encrypted).sorted().toList();
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of()
          .formatHex(sha1.digest(String.join("", parts).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-1", e);
    }
  }

  /** The message inside; the signature has been checked before. */
  public byte[] decrypt(String encrypted) throws CallbackRefused {
    byte[] plain = withoutPadding(decipher(encrypted));
    if (plain.length < RANDOM + LENGTH) {
      throw new CallbackRefused("SIYU-2107", plain.length + " bytes (expected: >= 20)");
    }
    int length = ByteBuffer.wrap(plain).getInt(RANDOM);
    int start = RANDOM + LENGTH;
    if (length < 0 || length > plain.length - start) {
      throw new CallbackRefused("SIYU-2107", "message length " + length + " is out of bounds");
    }
    byte[] to = Arrays.copyOfRange(plain, start + length, plain.length);
    if (!MessageDigest.isEqual(receiver, to)) {
      throw new CallbackRefused("SIYU-2108", "message is for another receiver");
    }
    return Arrays.copyOfRange(plain, start, start + length);
  }

  private byte[] decipher(String encrypted) throws CallbackRefused {
    try {
      byte[] bytes = Base64.getDecoder().decode(encrypted);
      if (bytes.length == 0 || bytes.length % BLOCK != 0) {
        throw new CallbackRefused("SIYU-2105", bytes.length + " bytes (expected: blocks of 32)");
      }
      var cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, iv);
      return cipher.doFinal(bytes);
    } catch (IllegalArgumentException e) {
      throw new CallbackRefused("SIYU-2105", "not Base64");
    } catch (GeneralSecurityException e) {
      throw new CallbackRefused("SIYU-2105", "cannot be deciphered");
    }
  }

  private static byte[] withoutPadding(byte[] padded) throws CallbackRefused {
    int pad = padded[padded.length - 1];
    if (pad < 1 || pad > BLOCK || pad > padded.length) {
      throw new CallbackRefused("SIYU-2106", "padding length " + pad);
    }
    int wrong = 0;
    for (int i = padded.length - pad; i < padded.length; i++) {
      wrong |= padded[i] ^ pad;
    }
    if (wrong != 0) {
      throw new CallbackRefused("SIYU-2106", "padding bytes differ");
    }
    return Arrays.copyOf(padded, padded.length - pad);
  }
}
