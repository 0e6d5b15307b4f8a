package dev.siyu.entries;

import dev.siyu.batching.Remembered;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Start messages that need a look; every entry asks, so the answer is kept for a second. */
@Component
class WatchedMessages {

  private static final Duration KEPT = Duration.ofSeconds(1);

  private final RunTable table;
  private final Supplier<List<EntryRoutes>> routes;
  private final Remembered<Set<String>> names = new Remembered<>(KEPT, this::read);

  WatchedMessages(RunTable table, ObjectProvider<EntryRoutes> routes) {
    this.table = table;
    // looked up with the first entry: routes stand on rooms that stand on this one
    Supplier<List<EntryRoutes>> found = () -> routes.orderedStream().toList();
    this.routes = SingletonSupplier.of(found);
  }

  boolean contains(String message) {
    return names.get().contains(message);
  }

  /** A run that keeps its customer out has come, or the last one of its journey has gone. */
  void forget() {
    names.forget();
  }

  List<EntryRoutes> routes() {
    return routes.get();
  }

  private Set<String> read() {
    var read = new HashSet<>(table.messages());
    routes().forEach(route -> read.addAll(route.messages()));
    return Set.copyOf(read);
  }
}
