package dev.siyu.rehearsal;

import dev.siyu.time.SiyuClock;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.process.test.filters.RecordStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** An engine in memory and our clock, moved together. */
final class TestEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final SiyuClock clock = new SiyuClock(Clock.systemUTC(), Duration.ZERO);
  final ZeebeClient client;
  private final ZeebeTestEngine engine;

  TestEngine() {
    engine = EngineFactory.create(freePort());
    engine.start();
    client = engine.createClient();
  }

  void settle() {
    try {
      engine.waitForIdleState(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      throw new AssertionError("engine busy for " + PATIENCE, e);
    }
  }

  void pass(Duration time) {
    clock.setOffset(clock.offset().plus(time));
    engine.increaseTime(time);
    settle();
  }

  RecordStream records() {
    return RecordStream.of(engine.getRecordStreamSource());
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
