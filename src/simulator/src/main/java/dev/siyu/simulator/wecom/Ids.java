package dev.siyu.simulator.wecom;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids of the length and look of WeCom's. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;

  private Ids() {}

  public static String random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
