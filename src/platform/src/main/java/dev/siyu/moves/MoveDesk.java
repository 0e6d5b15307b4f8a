package dev.siyu.moves;

import dev.siyu.history.HistoryViews;
import dev.siyu.history.JourneyHistory;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.moves.MoveRefused.Why;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks what people want, and begins it. */
@Component
class MoveDesk implements Moves {

  private static final Logger log = LoggerFactory.getLogger(MoveDesk.class);

  private final JourneyHistory history;
  private final Standing standing;
  private final Destinations destinations;
  private final MoveTable table;
  private final MovedTable moved;
  private final TransactionTemplate transactions;
  private final Clock clock;

  MoveDesk(
      JourneyHistory history,
      Standing standing,
      Destinations destinations,
      MoveTable table,
      MovedTable moved,
      TransactionTemplate transactions,
      Clock clock) {
    this.history = history;
    this.standing = standing;
    this.destinations = destinations;
    this.table = table;
    this.moved = moved;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Preview preview(String processId, int from, int to) {
    var source = destinations.plan(processId, diagram(processId, from).version());
    var target = destinations.plan(processId, diagram(processId, to).version());
    var places = new ArrayList<Place>();
    standing
        .counts(diagram(processId, from).definitionKey())
        .forEach((id, runs) -> places.add(place(source, id, runs, target)));
    var targets =
        target.nodes().stream()
            .filter(node -> PlaceRules.refusal(target, node.id(), target, node.id()).isEmpty())
            .map(node -> new Target(node.id(), node.name(), node.type()))
            .toList();
    return new Preview(places, targets);
  }

  private static Place place(DrawingPlan source, String id, long runs, DrawingPlan target) {
    var node = source.node(id);
    var refusal = PlaceRules.refusal(source, id, target, id);
    // what cannot go anywhere: not even to the same step of the same drawing
    var stuck = PlaceRules.refusal(source, id, source, id);
    return new Place(
        id,
        node.map(DrawingPlan.Node::name).orElse(id),
        node.map(DrawingPlan.Node::type).orElse(""),
        runs,
        refusal.isEmpty() ? id : null,
        stuck.orElse(null));
  }

  @Override
  public long move(
      String processId,
      int from,
      int to,
      Map<String, String> mapping,
      String reason,
      String actor) {
    var source = diagram(processId, from);
    var target = diagram(processId, to);
    checkMapping(processId, from, to, mapping);
    return begin(
        new MoveTable.Row(
            0,
            false,
            processId,
            from,
            source.definitionKey(),
            to,
            target.definitionKey(),
            new TreeMap<>(mapping),
            reason,
            "RUNNING",
            actor,
            clock.instant(),
            null,
            null));
  }

  private void checkMapping(String processId, int from, int to, Map<String, String> mapping) {
    var source = destinations.plan(processId, from);
    var target = destinations.plan(processId, to);
    var wrong = new ArrayList<String>();
    mapping.forEach(
        (at, then) -> {
          if (!then.equals(END)) {
            PlaceRules.refusal(source, at, target, then)
                .ifPresent(why -> wrong.add(at + " -> " + then + ": " + why.en()));
          }
        });
    for (var place : preview(processId, from, to).places()) {
      boolean answered = place.target() != null || mapping.containsKey(place.elementId());
      if (!answered && place.impossible() == null) {
        wrong.add(place.elementId() + ": " + place.runs() + " run(s), choose a step or an ending");
      }
    }
    if (!wrong.isEmpty()) {
      throw new MoveRefused(Why.MAPPING, String.join("; ", wrong));
    }
  }

  @Override
  public long end(String processId, @Nullable Integer version, String reason, String actor) {
    var definition = version == null ? null : diagram(processId, version).definitionKey();
    return begin(
        new MoveTable.Row(
            0,
            true,
            processId,
            version,
            definition,
            null,
            null,
            Map.of(),
            reason,
            "RUNNING",
            actor,
            clock.instant(),
            null,
            null));
  }

  private long begin(MoveTable.Row row) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long id =
                  table
                      .begin(row)
                      .orElseThrow(
                          () -> new MoveRefused(Why.OPEN_ALREADY, row.processId() + ": open"));
              int runs = table.take(id, row);
              if (row.ends() && runs == 0) {
                throw new MoveRefused(
                    Why.NOBODY, row.processId() + ": no run of a customer is inside");
              }
              log.info(
                  "{} begins to {} {} runs of {}: {}",
                  row.askedBy(),
                  row.ends() ? "end" : "move",
                  runs,
                  row.processId(),
                  row.reason());
              return id;
            }));
  }

  private HistoryViews.Diagram diagram(String processId, int version) {
    return history
        .diagram(processId, version)
        .orElseThrow(() -> new MoveRefused(Why.UNKNOWN, processId + " version " + version));
  }

  @Override
  public boolean hold(long id, String actor) {
    return table.state(id, "RUNNING", "HELD");
  }

  @Override
  public boolean go(long id, String actor) {
    return table.state(id, "HELD", "RUNNING");
  }

  @Override
  public List<Run> list(String processId) {
    return table.of(processId).stream().map(this::run).toList();
  }

  @Override
  public Optional<Run> find(long id) {
    return table.find(id).map(this::run);
  }

  private Run run(MoveTable.Row row) {
    return new Run(
        row.id(),
        row.ends() ? "END" : "MOVE",
        row.processId(),
        row.fromVersion(),
        row.toVersion(),
        row.mapping(),
        row.reason(),
        row.state(),
        row.askedBy(),
        row.askedAt(),
        row.endedAt(),
        row.last() == null ? table.progress(row.id()) : row.last());
  }

  @Override
  public List<Left> left(long id) {
    return moved.left(id);
  }

  @Override
  public Link link(long instanceKey) {
    return moved.link(instanceKey);
  }
}
