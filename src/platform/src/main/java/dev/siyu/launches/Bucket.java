package dev.siyu.launches;

import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/** Who belongs to a share: the same customer of the same launch always does, or never. */
final class Bucket {

  private static final long PARTS = 10_000;

  /** Another launch of the same journey tries other customers. */
  static boolean isIn(String processId, long launch, String customerId, int percent) {
    return of(processId + ":" + launch + ":" + customerId) < percent * (PARTS / 100);
  }

  /** 0 to 9,999, evenly. */
  private static long of(String text) {
    return Long.remainderUnsigned(ByteBuffer.wrap(DigestUtils.sha256(text)).getLong(), PARTS);
  }

  private Bucket() {}
}
