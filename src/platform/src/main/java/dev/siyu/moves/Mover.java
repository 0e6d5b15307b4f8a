package dev.siyu.moves;

import dev.siyu.engine.JourneyRuns;
import dev.siyu.entries.ChosenRuns;
import dev.siyu.entries.WrittenHistory;
import dev.siyu.moves.MovedTable.Change;
import dev.siyu.moves.MovedTable.Row;
import dev.siyu.moves.MovedTable.State;
import dev.siyu.moves.Moves.Said;
import dev.siyu.pauses.JourneyEndings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes one run one step further. Where it stands is read again after it is known to have ended, so
 * what it did until then is never done twice; it goes on in the other version from there, or in its
 * own one when the other has no place for it.
 */
@Component
class Mover {

  private static final Logger log = LoggerFactory.getLogger(Mover.class);

  /** A step with a job may end by itself before it is taken along. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** The history shows an end some moments after the engine knows it. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Said UNKNOWN =
      new Said("引擎里没有这段运行，历史却显示它还在", "the engine has no such run, although the history shows it");
  private static final Said NOT_CANCELLED =
      new Said("引擎不让这段运行停下，它照旧进行", "the engine does not let it be cancelled; it goes on as it was");

  private final MovedTable table;
  private final Standing standing;
  private final WrittenHistory history;
  private final Destinations destinations;
  private final JourneyRuns engine;
  private final ChosenRuns runs;
  private final JourneyEndings endings;
  private final JsonMapper json;
  private final Clock clock;

  Mover(
      MovedTable table,
      Standing standing,
      WrittenHistory history,
      Destinations destinations,
      JourneyRuns engine,
      ChosenRuns runs,
      JourneyEndings endings,
      JsonMapper json,
      Clock clock) {
    this.table = table;
    this.standing = standing;
    this.history = history;
    this.destinations = destinations;
    this.engine = engine;
    this.runs = runs;
    this.endings = endings;
    this.json = json;
    this.clock = clock;
  }

  /** Safe to repeat at any point. */
  void step(MoveTable.Row move, Row row) {
    switch (row.state()) {
      case TODO -> begin(move, row);
      case CANCELLING -> cancelled(move, row);
      case STARTING -> start(move, row);
      case SCOPES -> locals(move, row);
      case MOVED, ENDED, OVER, LEFT -> log.debug("{} is where it should be", row.instanceKey());
    }
  }

  private void begin(MoveTable.Row move, Row row) {
    var seen = standing.run(row.instanceKey());
    if (seen.isEmpty() || !seen.get().state().equals("ACTIVE")) {
      leave(row, Change.to(State.OVER));
      return;
    }
    var at = standing.at(row.instanceKey());
    if (!move.ends()) {
      var refusal = destinations.refusal(move, row.customerId(), at);
      if (refusal.isPresent()) {
        leave(row, new Change(State.LEFT, at, null, null, refusal.get()));
        return;
      }
      if (destinations.isAtWork(move, at)
          && clock.instant().isBefore(row.changedAt().plus(GRACE))) {
        return;
      }
      if (migrated(move, row, at)) {
        return;
      }
    }
    if (table.move(row, new Change(State.CANCELLING, at, null, null, null))) {
      cancel(move, row);
    }
  }

  /** Nobody is kept out before it is written down that the run is being cancelled. */
  private JourneyRuns.Reply cancel(MoveTable.Row move, Row row) {
    if (!move.ends()) {
      runs.reserve(destinations.order(move, row, destinations.placeholder(move)));
    }
    return engine.cancel(row.instanceKey());
  }

  /** The customer is let in again first: after the last state nobody comes back to do it. */
  private void leave(Row row, Change last) {
    runs.release(Destinations.key(row));
    table.move(row, last);
  }

  private boolean migrated(MoveTable.Row move, Row row, List<String> at) {
    var mapping = destinations.migration(move, at);
    if (mapping.isEmpty()) {
      return false;
    }
    var definition = Objects.requireNonNull(move.toDefinition());
    return switch (engine.migrate(row.instanceKey(), definition, mapping.get())) {
      case DONE -> {
        leave(row, new Change(State.MOVED, at, null, row.instanceKey(), null));
        yield true;
      }
      case GONE, REFUSED -> false;
      case LATER -> true;
    };
  }

  private void cancelled(MoveTable.Row move, Row row) {
    var seen = standing.run(row.instanceKey());
    if (seen.isEmpty() || seen.get().state().equals("ACTIVE")) {
      switch (cancel(move, row)) {
        case DONE, LATER -> log.debug("the end of {} is not in the history yet", row.instanceKey());
        case GONE -> gone(row);
        case REFUSED -> leave(row, Change.to(State.LEFT, NOT_CANCELLED));
      }
      return;
    }
    if (seen.get().state().equals("COMPLETED")) {
      leave(row, Change.to(State.OVER));
      return;
    }
    var variables = standing.variables(row.instanceKey());
    var at = standing.endedAt(row.instanceKey(), row.at().size());
    if (move.ends() || destinations.isEnd(move, at)) {
      ended(move, row, variables);
      return;
    }
    var locals = new HashMap<String, Map<String, String>>();
    standing
        .scopes(row.instanceKey())
        .forEach((id, key) -> locals.put(id, standing.variables(key)));
    var fresh = destinations.fresh(move, row, at, object(variables), locals);
    table.move(row, new Change(State.STARTING, at, fresh, null, null));
  }

  /** It may just have ended; when the history is past that and still shows it, nothing ends it. */
  private void gone(Row row) {
    var shown = row.changedAt().plus(PATIENCE);
    if (history.isPast("gone:" + row.instanceKey(), shown)) {
      leave(row, Change.to(State.LEFT, UNKNOWN));
    }
  }

  private void ended(MoveTable.Row move, Row row, Map<String, String> variables) {
    var customer = row.customerId();
    var entry = variables.get("entry");
    if (customer != null && entry != null) {
      var text = json.readTree(entry).asString();
      endings.end(move.processId(), customer, text, move.reason(), move.askedBy());
    }
    leave(row, Change.to(State.ENDED));
  }

  private void start(MoveTable.Row move, Row row) {
    var fresh = Objects.requireNonNull(row.plan());
    switch (runs.start(destinations.order(move, row, fresh))) {
      case ChosenRuns.Outcome.Running running ->
          table.move(row, new Change(State.SCOPES, null, null, running.instanceKey(), null));
      case ChosenRuns.Outcome.Later later ->
          log.debug("{} is started again soon: {}", row.instanceKey(), later.why());
      case ChosenRuns.Outcome.Refused refused -> {
        if (fresh.isPutBack()) {
          log.error(
              "SIYU-3673 run {} is cancelled and its own version does not take it back: {}; look at"
                  + " it",
              row.instanceKey(),
              refused.why());
          leave(
              row,
              Change.to(
                  State.LEFT,
                  new Said(
                      "已停在旧版本，放回失败：" + refused.why(),
                      "cancelled and not taken back: " + refused.why())));
        } else {
          var back = destinations.back(move, row, fresh, refused.why());
          table.move(row, new Change(State.STARTING, null, back, null, null));
        }
      }
    }
  }

  /** What a sub-process keeps for itself, e.g. since when it nudges. */
  private void locals(MoveTable.Row move, Row row) {
    var fresh = Objects.requireNonNull(row.plan());
    var kept = destinations.locals(move, fresh);
    long key = Objects.requireNonNull(row.newKey());
    var scopes = standing.scopes(key);
    var missing =
        kept.entrySet().stream().filter(one -> !scopes.containsKey(one.getKey())).findAny();
    if (missing.isPresent()
        && standing.run(key).filter(run -> !run.state().equals("ACTIVE")).isEmpty()) {
      return;
    }
    for (var one : kept.entrySet()) {
      var scope = scopes.get(one.getKey());
      if (scope != null
          && !one.getValue().isEmpty()
          && engine.set(scope, values(one.getValue())) == JourneyRuns.Reply.LATER) {
        return;
      }
    }
    if (fresh.isPutBack()) {
      var why = new Said(String.valueOf(fresh.zh()), String.valueOf(fresh.en()));
      leave(row, Change.to(State.LEFT, why));
    } else {
      leave(row, Change.to(State.MOVED));
    }
  }

  private Map<String, Object> values(Map<String, String> texts) {
    var values = new HashMap<String, Object>();
    texts.forEach((name, text) -> values.put(name, json.readTree(text)));
    return values;
  }

  private String object(Map<String, String> texts) {
    return json.writeValueAsString(values(texts));
  }
}
