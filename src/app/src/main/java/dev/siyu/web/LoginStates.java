package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logins that began and have not come back: each for one browser, once, within 5 minutes of real
 * time. A restart forgets them; the link is opened again then.
 */
final class LoginStates {

  static final Duration LIFE = Duration.ofMinutes(5);
  private static final String FORM = "[0-9a-f]{32}";

  /**
   * A login that begins.
   *
   * @param state travels through WeCom
   * @param browser stays in the browser's cookie
   */
  record Begun(String state, String browser) {}

  private record Kept(String browser, String next) {}

  private final Cache<String, Kept> begun;
  private final SecureRandom random = new SecureRandom();

  LoginStates(Ticker ticker) {
    this.begun =
        Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(10_000).ticker(ticker).build();
  }

  /**
   * Remembers where to go afterwards.
   *
   * @param browser what its cookie says; another login of the same browser goes on beside this one
   */
  Begun begin(@Nullable String browser, String next) {
    var state = fresh();
    var mine = browser != null && browser.matches(FORM) ? browser : fresh();
    begun.put(state, new Kept(mine, next));
    return new Begun(state, mine);
  }

  /** Where to go; empty: unknown, used, too old, or begun in another browser. */
  Optional<String> use(String state, @Nullable String browser) {
    var kept = begun.asMap().remove(state);
    return kept != null && browser != null && same(kept.browser(), browser)
        ? Optional.of(kept.next())
        : Optional.empty();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String fresh() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
