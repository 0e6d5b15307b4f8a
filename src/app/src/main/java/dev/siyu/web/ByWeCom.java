package dev.siyu.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Says of a session that WeCom opened it, not a password; it ends with the person's hold of that
 * account, and asks for no change of a password that nobody used.
 */
record ByWeCom(String userId) implements Serializable {

  static boolean opened(Authentication who) {
    return who.getDetails() instanceof ByWeCom;
  }

  /** Whether the session is still the person's; one opened by password always is. */
  static boolean stillFits(Authentication who, @Nullable String userId) {
    return !(who.getDetails() instanceof ByWeCom weCom) || weCom.userId().equals(userId);
  }
}
