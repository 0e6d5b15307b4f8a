package dev.siyu.moves;

import dev.siyu.entries.ChosenRuns;
import dev.siyu.history.JourneyHistory;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.moves.Fresh.Way;
import dev.siyu.moves.MovedTable.Row;
import dev.siyu.moves.Moves.Said;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where a run goes on. */
@Component
class Destinations {

  private final JourneyHistory history;
  private final Map<String, DrawingPlan> plans = new ConcurrentHashMap<>();

  Destinations(JourneyHistory history) {
    this.history = history;
  }

  static String key(Row row) {
    return "move:" + row.run() + ":" + row.instanceKey();
  }

  DrawingPlan plan(String processId, int version) {
    return plans.computeIfAbsent(
        processId + ":" + version,
        key -> DrawingPlan.of(history.diagram(processId, version).orElseThrow().xml()));
  }

  private DrawingPlan from(MoveTable.Row move) {
    return plan(move.processId(), Objects.requireNonNull(move.fromVersion()));
  }

  private DrawingPlan to(MoveTable.Row move) {
    return plan(move.processId(), Objects.requireNonNull(move.toVersion()));
  }

  /** Why a run that stands there stays. */
  Optional<Said> refusal(MoveTable.Row move, @Nullable String customer, List<String> at) {
    if (customer == null) {
      return Optional.of(new Said("这段运行没有客户", "the run is about no customer"));
    }
    if (at.isEmpty()) {
      return Optional.of(new Said("看不到它停在哪一步", "the history does not show where it stands"));
    }
    if (isEnd(move, at)) {
      return Optional.empty();
    }
    return at.stream()
        .flatMap(
            here -> PlaceRules.refusal(from(move), here, to(move), target(move, here)).stream())
        .findFirst();
  }

  /** Mapped, or the same id. */
  private static String target(MoveTable.Row move, String here) {
    return move.mapping().getOrDefault(here, here);
  }

  boolean isEnd(MoveTable.Row move, List<String> at) {
    return !move.ends() && at.stream().anyMatch(here -> target(move, here).equals(Moves.END));
  }

  boolean isAtWork(MoveTable.Row move, List<String> at) {
    return at.stream().flatMap(here -> from(move).node(here).stream()).anyMatch(n -> n.isWork());
  }

  /** The engine's own way, where it has one. */
  Optional<Map<String, String>> migration(MoveTable.Row move, List<String> at) {
    var mapping = new HashMap<String, String>();
    for (var here : at) {
      var then = target(move, here);
      if (!PlaceRules.isMigratable(from(move), here, to(move), then)) {
        return Optional.empty();
      }
      mapping.put(here, then);
    }
    return Optional.of(mapping);
  }

  /** Where it goes on, having stood there in the end; in its own version when it has to. */
  Fresh fresh(
      MoveTable.Row move,
      Row row,
      List<String> at,
      String variables,
      Map<String, Map<String, String>> locals) {
    var refusal = refusal(move, row.customerId(), at);
    var before =
        refusal.isPresent() ? at : at.stream().map(here -> target(move, here)).distinct().toList();
    return new Fresh(
        Objects.requireNonNull(refusal.isPresent() ? move.fromDefinition() : move.toDefinition()),
        before,
        variables,
        locals,
        refusal.isPresent() ? Way.STAYS : Way.MOVED,
        refusal.map(Said::zh).orElse(null),
        refusal.map(Said::en).orElse(null));
  }

  /** What the sub-processes it begins in keep for themselves; the others are not there. */
  Map<String, Map<String, String>> locals(MoveTable.Row move, Fresh fresh) {
    var plan = fresh.isPutBack() ? from(move) : to(move);
    var scopes = new HashSet<String>();
    fresh.before().forEach(id -> plan.node(id).ifPresent(node -> scopes.addAll(node.scopes())));
    var kept = new HashMap<>(fresh.locals());
    kept.keySet().retainAll(scopes);
    return kept;
  }

  /** The engine did not take it: back where it was. */
  Fresh back(MoveTable.Row move, Row row, Fresh fresh, String why) {
    return new Fresh(
        Objects.requireNonNull(move.fromDefinition()),
        row.at(),
        fresh.variables(),
        fresh.locals(),
        Way.BACK,
        "引擎不接受：" + why,
        "the engine refuses: " + why);
  }

  /** For keeping the customer out before anything else is known. */
  Fresh placeholder(MoveTable.Row move) {
    return new Fresh(
        Objects.requireNonNull(move.toDefinition()),
        List.of(),
        "{}",
        Map.of(),
        Way.MOVED,
        null,
        null);
  }

  ChosenRuns.Order order(MoveTable.Row move, Row row, Fresh fresh) {
    Set<String> messages = new HashSet<>(from(move).entries().keySet());
    messages.addAll(to(move).entries().keySet());
    return new ChosenRuns.Order(
        fresh.way() == Way.BACK ? key(row) + ":back" : key(row),
        move.processId(),
        Objects.requireNonNull(row.customerId()),
        fresh.definition(),
        fresh.before(),
        fresh.variables(),
        messages);
  }
}
