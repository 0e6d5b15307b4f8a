package dev.siyu.engine;

import dev.siyu.time.Quiet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps taking jobs of every type somebody works on, as long as traffic is open. */
final class JobRunner implements SmartLifecycle, Quiet {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration CLOSED = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final List<JobLane<?>> lanes;
  private final EngineTraffic traffic;
  private final Rejections rejections;
  private final Pauses pauses;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  JobRunner(List<JobLane<?>> lanes, EngineTraffic traffic, Rejections rejections, Pauses pauses) {
    this.lanes = lanes;
    this.traffic = traffic;
    this.rejections = rejections;
    this.pauses = pauses;
  }

  @Override
  public void start() {
    running = true;
    lanes.forEach(
        lane -> threads.add(Thread.ofVirtual().name("take-" + lane.type()).start(() -> run(lane))));
  }

  /** Takes no more and lets what is in flight end. */
  @Override
  public void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
    threads.clear();
    try {
      for (int i = 0; i < 100 && inFlight() > 0 && !pauses.await(GRACE.dividedBy(100)); i++) {
        LOG.debug("{} jobs are still in flight.", inFlight());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 2_000;
  }

  private void run(JobLane<?> lane) {
    int failures = 0;
    while (running) {
      try {
        if (!traffic.isOpen()) {
          pauses.await(CLOSED);
          continue;
        }
        lane.take();
        failures = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        failures++;
        told(lane, e, failures);
        if (!rest(failures)) {
          return;
        }
      }
    }
  }

  private boolean rest(int failures) {
    try {
      return !pauses.await(pauses.after(failures));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void told(JobLane<?> lane, RuntimeException e, int failures) {
    if (Verdict.of(e) == Verdict.BUSY) {
      rejections.add();
    } else if (running && failures == 10) {
      LOG.warn(
          "Cannot take jobs {}; asking again until it works. {}", lane.type(), Verdict.reason(e));
    }
  }

  int inFlight() {
    return lanes.stream().mapToInt(JobLane::inFlight).sum();
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public boolean isQuiet() {
    return inFlight() == 0;
  }

  @Override
  public long passed() {
    return lanes.stream().mapToLong(JobLane::taken).sum();
  }
}
