package dev.siyu.web;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends the overview to everybody who listens, when there is news. One thread for all listeners,
 * alive only while there are any. A connection ends after 50 s and the browser comes again, so that
 * a person who was shut out does not go on listening.
 */
@Component
class OverviewStream implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OverviewStream.class);
  private static final long CONNECTION_MILLIS = 50_000;
  private static final int MOST_LISTENERS = 500;

  private final OverviewPage page;
  private final long everyMillis;
  private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopping = lock.newCondition();
  private @Nullable Overview sent;
  private boolean working;
  private volatile boolean running;

  OverviewStream(OverviewPage page, WebSettings settings) {
    this.page = page;
    this.everyMillis = settings.overviewEvery().toMillis();
  }

  SseEmitter listen() {
    if (listeners.size() >= MOST_LISTENERS) {
      throw Problem.NOT_READY.failure("overview: too many listeners");
    }
    var listener = new SseEmitter(CONNECTION_MILLIS);
    listener.onCompletion(() -> listeners.remove(listener));
    listener.onTimeout(listener::complete);
    listener.onError(error -> listeners.remove(listener));
    lock.lock();
    try {
      send(listener, page.latest());
      listeners.add(listener);
      if (!working && running) {
        working = true;
        Thread.ofVirtual().name("overview-stream").start(this::work);
      }
    } finally {
      lock.unlock();
    }
    return listener;
  }

  private void work() {
    lock.lock();
    try {
      while (running && !listeners.isEmpty()) {
        if (stopping.await(everyMillis, TimeUnit.MILLISECONDS)) {
          continue;
        }
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      working = false;
      lock.unlock();
    }
  }

  private void tell() {
    try {
      var news = page.latest();
      if (!news.sameNewsAs(sent)) {
        sent = news;
        listeners.forEach(listener -> send(listener, news));
      }
    } catch (RuntimeException e) {
      log.warn("Overview not computed, tried again in {} ms: {}", everyMillis, e.toString());
    }
  }

  private void send(SseEmitter listener, Overview news) {
    try {
      listener.send(SseEmitter.event().name("overview").data(news));
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(listener);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Ends the open connections, otherwise the graceful stop of the server would wait for them. */
  @Override
  public void stop() {
    running = false;
    lock.lock();
    try {
      stopping.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(SseEmitter::complete);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
