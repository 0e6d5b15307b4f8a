package dev.siyu.wecom;

import dev.siyu.wechat.CallBroken;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one API of WeCom that hangs from taking all connections: each may have a part of them at a
 * time, and whoever finds no room within the patience tries later.
 */
final class Bulkheads {

  private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
  private final int calls;
  private final Duration patience;

  /**
   * @param calls in flight for each API, at least 1
   */
  Bulkheads(int calls, Duration patience) {
    this.calls = calls;
    this.patience = patience;
  }

  /**
   * Takes a place for a call to this address.
   *
   * @throws CallBroken nothing was sent, there was no room
   */
  Semaphore enter(String uri) {
    var path = uri.replaceFirst("\\?.*", "");
    var api = path.substring(path.lastIndexOf('/') + 1);
    var room = rooms.computeIfAbsent(api, name -> new Semaphore(calls));
    try {
      if (room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return room;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CallBroken(new IOException(calls + " calls of " + api + " under way"), true);
  }
}
