package dev.siyu.entries;

import dev.siyu.engine.EntryGate;
import dev.siyu.engine.JourneyRuns;
import dev.siyu.entries.ChosenRuns.Order;
import dev.siyu.entries.RunTable.State;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lets a customer in by the way meant for them, unless they are inside. */
@Component
class Entrance implements EntryGate {

  private static final String UNPUBLISHED = "not published: ";

  private final WatchedMessages watched;
  private final RunTable table;
  private final SeenRuns seen;
  private final JourneyRuns engine;
  private final ChosenRuns runs;

  Entrance(
      WatchedMessages watched, RunTable table, SeenRuns seen, JourneyRuns engine, ChosenRuns runs) {
    this.watched = watched;
    this.table = table;
    this.seen = seen;
    this.engine = engine;
    this.runs = runs;
  }

  @Override
  public Way way(Entry entry) {
    if (!watched.contains(entry.message())) {
      return new Way.ByMessage();
    }
    if (table.find(entry.key()).filter(row -> row.state() != State.DROPPED).isPresent()) {
      var begun = answer(route -> route.begun(entry));
      if (begun.isPresent()) {
        return started(begun.get());
      }
    }
    var held = outside(entry);
    if (held.isPresent()) {
      return held.get();
    }
    var order = answer(route -> route.route(entry));
    return order.isEmpty()
        ? new Way.ByMessage()
        : inside(order.get()).orElseGet(() -> started(order.get()));
  }

  private Optional<Order> answer(Function<EntryRoutes, Optional<Order>> question) {
    return watched.routes().stream().flatMap(route -> question.apply(route).stream()).findFirst();
  }

  /** What keeps the customer out; empty when nothing does. */
  private Optional<Way> outside(Entry entry) {
    return table.open(entry.customerId(), entry.message(), entry.key()).stream()
        .flatMap(row -> heldBy(row).stream())
        .findFirst();
  }

  private Optional<Way> heldBy(RunTable.Row row) {
    return switch (row.state()) {
      case RESERVED, TRYING -> Optional.of(new Way.Later("run " + row.key() + " is being started"));
      case RUNNING -> {
        long key = Objects.requireNonNull(row.instanceKey());
        var held = held(key);
        if (held.isEmpty()) {
          table.move(row.key(), State.RUNNING, State.ENDED, null);
        }
        yield held;
      }
      case ENDED, DROPPED -> Optional.empty();
    };
  }

  private Optional<Way> held(long instanceKey) {
    return switch (engine.alive(instanceKey)) {
      case DONE, REFUSED ->
          Optional.of(new Way.Settled(UNPUBLISHED + "inside already, run " + instanceKey));
      case LATER -> Optional.of(new Way.Later("whether run " + instanceKey + " goes on"));
      case GONE -> Optional.empty();
    };
  }

  /** The engine knows those it started by message, and nobody can ask it: the history says. */
  private Optional<Way> inside(Order order) {
    if (seen.isEntering(order)) {
      return Optional.of(new Way.Later("an entry by message is not in the history yet"));
    }
    return seen.inside(order.processId(), order.customerId()).stream()
        .flatMap(key -> held(key).stream())
        .findFirst();
  }

  private Way started(Order order) {
    return switch (runs.start(order)) {
      case ChosenRuns.Outcome.Running running ->
          new Way.Settled(UNPUBLISHED + "started as run " + running.instanceKey());
      case ChosenRuns.Outcome.Later later -> new Way.Later(later.why());
      case ChosenRuns.Outcome.Refused refused -> new Way.ByMessage();
    };
  }
}
