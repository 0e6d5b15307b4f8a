package dev.siyu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Runs one peer in a JVM of its own: {@code PeerRun <flowable|operaton> <jdbc url> <user>
 * <password> <customers> <rounds>}; prints a line {@code round <n> <journeys per second>} each.
 */
public final class PeerRun {

  private PeerRun() {}

  public static void main(String[] args) throws Exception {
    var pool = new HikariConfig();
    pool.setJdbcUrl(args[1]);
    pool.setUsername(args[2]);
    pool.setPassword(args[3]);
    pool.setMaximumPoolSize(24);
    int customers = Integer.parseInt(args[4]);
    int rounds = Integer.parseInt(args[5]);
    try (var database = new HikariDataSource(pool);
        Peer peer =
            args[0].equals("flowable") ? new FlowablePeer(database) : new OperatonPeer(database)) {
      for (int round = 1; round <= rounds; round++) {
        System.out.printf("round %d %.1f%n", round, journeysPerSecond(peer, round, customers));
      }
    }
    System.exit(0);
  }

  private static double journeysPerSecond(Peer peer, int round, int customers) throws Exception {
    long endedBefore = peer.ended();
    long begin = System.nanoTime();
    inParallel(customers, n -> peer.start("r" + round + "-" + n));
    await(peer::waiting, customers);
    inParallel(customers, n -> peer.signal("r" + round + "-" + n));
    await(peer::ended, endedBefore + customers);
    return customers / (Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
  }

  private interface Step {
    void with(int n);
  }

  private static void inParallel(int customers, Step step) throws Exception {
    try (var callers = Executors.newFixedThreadPool(8)) {
      for (int n = 0; n < customers; n++) {
        int customer = n;
        callers.submit(() -> step.with(customer));
      }
    }
  }

  private static void await(LongSupplier count, long expected) {
    long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (count.getAsLong() < expected) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "journeys: " + count.getAsLong() + " (expected: " + expected + " within 10 minutes)");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
