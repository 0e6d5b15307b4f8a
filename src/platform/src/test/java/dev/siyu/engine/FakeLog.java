package dev.siyu.engine;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's log as a test wants it. */
final class FakeLog implements PublishedLog {

  final Set<String> ids = ConcurrentHashMap.newKeySet();

  @Override
  public boolean seen(String messageId) {
    return ids.contains(messageId);
  }

  @Override
  public Instant writtenUntil() {
    return Instant.MAX;
  }
}
