package dev.siyu.bench;

import io.camunda.zeebe.client.ZeebeClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Runs the whole system, or the bare engine, in a JVM of its own: {@code SiyuRun
 * <whole|no-exporter|bare> <jdbc url> <PostgreSQL's pid> <customers> <rounds> <folder> <app
 * argument>...}; prints its results as {@link Results}.
 */
public final class SiyuRun {

  private static final int PARTNERS = 200;
  private static final int PUBLISHERS = 48;

  private SiyuRun() {}

  public static void main(String[] args) throws Exception {
    var kind = args[0];
    int customers = Integer.parseInt(args[3]);
    int rounds = Integer.parseInt(args[4]);
    var folder = Path.of(args[5]);
    var arguments = List.of(args).subList(6, args.length);
    try (var siyu = new SiyuPeer(arguments, !kind.equals("bare"))) {
      long broker = broker(folder);
      var cpu = new CpuTime(Long.parseLong(args[2]), broker);
      if (kind.equals("bare")) {
        try (var bare = new BareZeebe(client(siyu.grpcAddress()), Clock.systemUTC())) {
          run(new Rounds(bare, PUBLISHERS), cpu, customers, rounds);
        }
      } else {
        var all = new Rounds(siyu, PARTNERS);
        try (var lag = new ExporterLag(args[1], !kind.equals("no-exporter"))) {
          run(all, cpu, customers, rounds);
          lag.tell();
        }
        if (kind.equals("whole")) {
          profile(all, broker, folder, customers);
          Results.tell("ledger-rows", siyu.ledgerRows());
        }
      }
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run(Rounds all, CpuTime cpu, int customers, int rounds) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      cpu.restart();
      Results.tell("round", all.next(customers));
      cpu.tell(customers);
    }
  }

  /** One more round, slower for being watched. */
  private static void profile(Rounds all, long broker, Path folder, int customers)
      throws Exception {
    var profile = new BrokerProfile(broker, folder.resolve("broker.jfr"));
    try (var own = new Recording(Configuration.getConfiguration("profile"))) {
      profile.start();
      own.start();
      Results.tell("round-watched", all.next(customers));
      own.dump(folder.resolve("app.jfr"));
      profile.end();
    }
    Results.tell("exporter-share", profile.share(BrokerProfile.EXPORTER));
  }

  private static long broker(Path folder) throws Exception {
    var file = folder.resolve("data/run/broker.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  private static ZeebeClient client(java.net.URI address) {
    return ZeebeClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(address)
        .usePlaintext()
        .preferRestOverGrpc(false)
        .numJobWorkerExecutionThreads(2 * PUBLISHERS)
        .build();
  }
}
