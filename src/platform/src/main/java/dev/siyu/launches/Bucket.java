package dev.siyu.launches;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Who belongs to a share: the same customer of the same launch always does, or never. */
final class Bucket {

  private static final long PARTS = 10_000;

  /** Another launch of the same journey tries other customers. */
  static boolean isIn(String processId, long launch, String customerId, int percent) {
    return of(processId + ":" + launch + ":" + customerId) < percent * (PARTS / 100);
  }

  /** 0 to 9,999, evenly. */
  private static long of(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PARTS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Bucket() {}
}
