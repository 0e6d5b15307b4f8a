package dev.siyu.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests offered at a steady rate over kept-alive connections. Latency counts from the planned
 * moment, so a slow answer also counts for those that had to wait behind it.
 *
 * @param seconds from the planned moment to the answer, of the accepted ones
 * @param refused answers other than 2xx
 * @param perSecond accepted ones, first planned moment to last answer
 */
record Offered(Quantiles seconds, int refused, double perSecond) {

  static Offered run(int port, int wires, int count, double rate, IntFunction<byte[]> request)
      throws Exception {
    var took = new ConcurrentLinkedQueue<Double>();
    var refused = new AtomicInteger();
    var next = new AtomicInteger();
    long begin = System.nanoTime() + Duration.ofMillis(200).toNanos();
    var all = new java.util.ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(wires)) {
      for (int i = 0; i < wires; i++) {
        all.add(
            threads.submit(
                () -> {
                  try (var wire = new Wire(port)) {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                      long planned = begin + (long) (n * 1e9 / rate);
                      if (one(wire, request.apply(n), planned)) {
                        took.add((System.nanoTime() - planned) / 1e9);
                      } else {
                        refused.incrementAndGet();
                      }
                    }
                  }
                  return true;
                }));
      }
      for (var one : all) {
        one.get();
      }
    }
    double span = (System.nanoTime() - begin) / 1e9;
    return new Offered(Quantiles.of(List.copyOf(took)), refused.get(), took.size() / span);
  }

  private static boolean one(Wire wire, byte[] request, long planned) throws IOException {
    for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return wire.send(request) / 100 == 2;
  }
}
