package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts wrong passwords per person and address, and per address, in a window of real time. */
final class LoginThrottle {

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

  private AtomicInteger counter(String key) {
    return failures.get(key, k -> new AtomicInteger());
  }
}
