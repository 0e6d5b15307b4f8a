package dev.siyu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * All figures in one run: {@code Bench <folder> <report file>}. System properties: {@code
 * bench.customers} a round (2,000), {@code bench.rounds} (4), {@code bench.parts} (peers, engine,
 * product), {@code bench.burst} adds (5,000) in 60 s.
 */
public final class Bench {

  private static final int PEER_HEAP = 1536;

  private final Path folder;
  private final int customers = Integer.getInteger("bench.customers", 2_000);
  private final int rounds = Integer.getInteger("bench.rounds", 4);
  private final int burst = Integer.getInteger("bench.burst", 5_000);
  private final BenchServer server;
  private final Report report;

  private Bench(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    Files.createDirectories(this.folder);
    this.server = new BenchServer(this.folder);
    this.report = new Report(customers, rounds, burst);
  }

  public static void main(String[] args) throws Exception {
    var parts = List.of(System.getProperty("bench.parts", "engine,peers,product").split(","));
    var bench = new Bench(Path.of(args[0]).resolve(Long.toString(ProcessHandle.current().pid())));
    try (var server = bench.server) {
      bench.report.durability(server.durability());
      if (parts.contains("engine")) {
        bench.engine();
      }
      if (parts.contains("peers")) {
        bench.report.peer("Flowable 7.2.0", bench.peer("flowable"));
        bench.report.peer("Operaton 1.0.3", bench.peer("operaton"));
      }
      if (parts.contains("product")) {
        bench.product();
      }
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
    var text = bench.report.markdown();
    System.out.println(text);
    Files.writeString(Path.of(args[1]), text);
    System.exit(0);
  }

  private void engine() throws Exception {
    report.whole(siyu("whole", rounds, List.of()));
    report.bare(siyu("bare", rounds, List.of("--siyu.engine.exporter=false")));
    report.withoutExporter(siyu("no-exporter", 2, List.of("--siyu.engine.exporter=false")));
  }

  private Results siyu(String kind, int rounds, List<String> more) throws Exception {
    var home = folder.resolve(kind);
    Files.createDirectories(home);
    var database = server.database(kind.replace("-", "_"));
    var arguments =
        new ArrayList<>(
            List.of(kind, database, pid(), "" + customers, "" + rounds, home.toString()));
    arguments.addAll(Places.in(home).arguments(database));
    arguments.add("--siyu.simulator.enabled=false");
    arguments.add("--siyu.journeys.ship-at-start=false");
    arguments.addAll(more);
    return told(kind, Jvm.run(log(kind), Product.HEAP, "dev.siyu.bench.SiyuRun", arguments));
  }

  private Results peer(String kind) throws Exception {
    var arguments = List.of(kind, server.database(kind), pid(), "" + customers, "" + rounds);
    return told(kind, Jvm.run(log(kind), PEER_HEAP, "dev.siyu.bench.PeerRun", arguments));
  }

  private void product() throws Exception {
    try (var product = new Product(folder.resolve("product"), server.database("product"))) {
      report.burst(new Burst(product).run(burst, 60));
      var payments = new Payments(product);
      int orders = burst / 4;
      payments.awaitNudges(burst * 9 / 10);
      report.payments(payments.run(0, orders, 50));
      report.callbacks(callbacks(product, orders));
    }
  }

  /** P3: while twenty customers a second pay, so that journeys move. */
  private Offered callbacks(Product product, int first) throws Exception {
    int seconds = 20;
    try (var beside = Executors.newSingleThreadExecutor()) {
      var journeys =
          beside.submit(
              () ->
                  Offered.run(
                      product.simulator(), 4, 20 * seconds, 20, n -> Sample.order(first + n)));
      var offered =
          Offered.run(product.web(), 128, 1_000 * seconds, 1_000, n -> Sample.edit(n, n % burst));
      journeys.get();
      return offered;
    }
  }

  private static Results told(String kind, Results results) {
    System.out.println(kind + ": " + results.all("round"));
    return results;
  }

  private Path log(String kind) {
    return folder.resolve(kind + ".log");
  }

  private String pid() throws IOException {
    return Long.toString(server.pid());
  }
}
