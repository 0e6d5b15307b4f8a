package dev.siyu.replay;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chance that falls the same way in every run: a hash of who and what. */
final class Chance {

  private Chance() {}

  /** Even over 0 to {@code bound - 1}. */
  static int below(int bound, String who, String what) {
    CRC32 hash = new CRC32();
    hash.update((what + "|" + who).getBytes(StandardCharsets.UTF_8));
    long mixed = hash.getValue() * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) bound);
  }
}
