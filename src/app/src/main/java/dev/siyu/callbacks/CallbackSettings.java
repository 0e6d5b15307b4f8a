package dev.siyu.callbacks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits at the doors.
 *
 * @param largestBody larger bodies are answered 413 unread, 1 kB to 1 MB
 * @param storeWithin after this the sender is told to come again; WeCom waits 5 s (doc 90930)
 */
@ConfigurationProperties("siyu.callbacks")
record CallbackSettings(
    @DefaultValue("128KB") DataSize largestBody, @DefaultValue("PT4S") Duration storeWithin) {

  CallbackSettings {
    if (largestBody.toBytes() < 1024 || largestBody.toBytes() > 1024 * 1024) {
      throw new IllegalArgumentException(
          "siyu.callbacks.largest-body: %s (expected: 1KB to 1MB)".formatted(largestBody));
    }
    if (storeWithin.compareTo(Duration.ofMillis(100)) < 0
        || storeWithin.compareTo(Duration.ofMillis(4500)) > 0) {
      throw new IllegalArgumentException(
          "siyu.callbacks.store-within: %s (expected: PT0.1S to PT4.5S, WeCom waits 5 s)"
              .formatted(storeWithin));
    }
  }
}
