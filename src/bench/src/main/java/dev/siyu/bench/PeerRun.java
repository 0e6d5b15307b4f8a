package dev.siyu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Runs an embedded engine in a JVM of its own: {@code PeerRun <flowable|operaton> <jdbc url>
 * <PostgreSQL's pid> <customers> <rounds>}; prints its results as {@link Results}.
 */
public final class PeerRun {

  private static final int CALLERS = 8;

  private PeerRun() {}

  public static void main(String[] args) throws Exception {
    var pool = new HikariConfig();
    pool.setJdbcUrl(args[1]);
    pool.setUsername(BenchServer.USER);
    pool.setMaximumPoolSize(24);
    int customers = Integer.parseInt(args[3]);
    int rounds = Integer.parseInt(args[4]);
    var cpu = new CpuTime(Long.parseLong(args[2]), -1);
    try (var database = new HikariDataSource(pool);
        Peer peer =
            args[0].equals("flowable") ? new FlowablePeer(database) : new OperatonPeer(database)) {
      var all = new Rounds(peer, CALLERS);
      for (int round = 1; round <= rounds; round++) {
        cpu.restart();
        Results.tell("round", all.next(customers));
        cpu.tell(customers);
      }
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }
}
