package dev.siyu.entries;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Start messages that need a look; every entry asks, so the answer is kept for a second. */
@Component
class WatchedMessages {

  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Known(Set<String> names, long readAtNanos) {}

  private final RunTable table;
  private final ObjectProvider<EntryRoutes> routes;
  private final AtomicReference<Known> known = new AtomicReference<>();

  WatchedMessages(RunTable table, ObjectProvider<EntryRoutes> routes) {
    this.table = table;
    this.routes = routes;
  }

  boolean contains(String message) {
    var last = known.get();
    if (last == null || System.nanoTime() - last.readAtNanos > KEPT_NANOS) {
      last = read();
    }
    return last.names.contains(message);
  }

  void forget() {
    known.set(null);
  }

  List<EntryRoutes> routes() {
    return routes.orderedStream().toList();
  }

  private Known read() {
    long at = System.nanoTime();
    var names = new HashSet<>(table.messages());
    routes().forEach(route -> names.addAll(route.messages()));
    var read = new Known(Set.copyOf(names), at);
    known.set(read);
    return read;
  }
}
