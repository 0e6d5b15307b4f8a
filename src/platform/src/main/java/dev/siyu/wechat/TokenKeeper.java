package dev.siyu.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one access token for all threads and fetches a new one once, however many notice that the
 * old one ended. (WxJava lets each thread that notices throw the new token away again.)
 */
public final class TokenKeeper {

  /** Fetches a token; WeCom bans an address after 2000 failures an hour (doc 90454). */
  @FunctionalInterface
  public interface Fetch {
    WxAccessToken fetch() throws WxErrorException;
  }

  private record Token(String value, Instant until) {}

  private record Failure(Exception cause, Instant until) {}

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final Clock clock;
  private final Fetch fetch;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Token token;
  private @Nullable Failure failure;

  public TokenKeeper(Clock clock, Fetch fetch) {
    this.clock = clock;
    this.fetch = fetch;
  }

  public String current() throws WxErrorException {
    var known = token;
    return known != null && known.until().isAfter(clock.instant())
        ? known.value()
        : renewed(known == null ? null : known.value());
  }

  /** A token other than {@code stale}: fetched now, or by another thread meanwhile. */
  public String renewed(@Nullable String stale) throws WxErrorException {
    lock.lock();
    try {
      var known = token;
      if (known != null && !known.value().equals(stale)) {
        return known.value();
      }
      throwFreshFailure();
      return fetched();
    } finally {
      lock.unlock();
    }
  }

  private String fetched() throws WxErrorException {
    try {
      var fresh = fetch.fetch();
      var lasts = Duration.ofSeconds(fresh.getExpiresIn());
      var until = clock.instant().plus(lasts.compareTo(EARLY) > 0 ? lasts.minus(EARLY) : lasts);
      token = new Token(fresh.getAccessToken(), until);
      failure = null;
      return fresh.getAccessToken();
    } catch (WxErrorException | CallBroken e) {
      failure = new Failure(e, clock.instant().plus(AFTER_FAILURE));
      throw e;
    }
  }

  /** Those who waited for a fetch that failed share its failure instead of trying one by one. */
  private void throwFreshFailure() throws WxErrorException {
    var last = failure;
    if (last != null && last.until().isAfter(clock.instant())) {
      if (last.cause() instanceof WxErrorException refused) {
        throw refused;
      }
      throw (RuntimeException) last.cause();
    }
  }
}
