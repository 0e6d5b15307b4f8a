package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts wrong passwords per person and address, and per address, in a window of real time; also
 * logins by WeCom that come to nothing, per address.
 */
final class LoginThrottle {

  /** A step of a login by WeCom. */
  enum Step {
    BEGUN,
    /** Costs a call to WeCom, whose limit all interfaces share. */
    ANSWERED
  }

  private final Cache<String, AtomicInteger> failures;
  private final WebSettings settings;

  LoginThrottle(WebSettings settings, Ticker ticker) {
    this.settings = settings;
    this.failures =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.loginWindow())
            .maximumSize(100_000)
            .ticker(ticker)
            .build();
  }

  /** Counts the try before the password is looked at, so parallel tries cannot slip through. */
  boolean mayTry(String name, String address) {
    boolean person = counter(name + " " + address).incrementAndGet() <= settings.loginFailures();
    boolean all = counter(address).incrementAndGet() <= settings.addressFailures();
    return person && all;
  }

  /** A right password takes its try back and clears the person's count. */
  void succeeded(String name, String address) {
    failures.invalidate(name + " " + address);
    counter(address).decrementAndGet();
  }

  /**
   * Counts a step before it is taken; the name is of nobody, because WeCom has not told it yet. A
   * whole office comes from one address, so only what comes to nothing adds up.
   */
  boolean mayTry(Step step, String address) {
    return counter(step, address).incrementAndGet() <= settings.addressFailures();
  }

  /** Somebody got in: both of their steps are taken back. */
  void succeeded(String address) {
    for (var step : Step.values()) {
      counter(step, address).updateAndGet(count -> Math.max(0, count - 1));
    }
  }

  private AtomicInteger counter(Step step, String address) {
    return counter("wecom " + step + " " + address);
  }

  private AtomicInteger counter(String key) {
    return failures.get(key, k -> new AtomicInteger());
  }
}
