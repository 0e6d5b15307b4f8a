package dev.siyu.entries;

import dev.siyu.engine.JourneyRuns;
import dev.siyu.engine.JourneyRuns.Started;
import dev.siyu.entries.RunTable.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes the try before it leaves. One without a clear answer is looked up in the history before
 * anything is tried again.
 */
@Component
class StoredRuns implements ChosenRuns {

  private static final Logger log = LoggerFactory.getLogger(StoredRuns.class);

  private final RunTable table;
  private final SeenRuns seen;
  private final WrittenHistory history;
  private final JourneyRuns engine;
  private final JsonMapper json;
  private final WatchedMessages watched;

  StoredRuns(
      RunTable table,
      SeenRuns seen,
      WrittenHistory history,
      JourneyRuns engine,
      JsonMapper json,
      WatchedMessages watched) {
    this.table = table;
    this.seen = seen;
    this.history = history;
    this.engine = engine;
    this.json = json;
    this.watched = watched;
  }

  @Override
  public void reserve(Order order) {
    if (table.reserve(order)) {
      watched.forget();
    }
  }

  @Override
  public void release(String key) {
    table.move(key, State.RESERVED, State.DROPPED, null);
  }

  @Override
  public Outcome start(Order order) {
    reserve(order);
    var row = table.find(order.key()).orElseThrow();
    return switch (row.state()) {
      case RUNNING, ENDED -> running(row);
      case DROPPED -> new Outcome.Refused("dropped before");
      case RESERVED -> attempt(order);
      case TRYING -> settle(row, order);
    };
  }

  private Outcome settle(RunTable.Row row, Order order) {
    // asked first: what is written by then is seen by the look after it
    boolean complete = history.isPast("chosen:" + row.key(), row.changedAt());
    var found = seen.started(row);
    if (found.isPresent()) {
      table.move(row.key(), State.TRYING, State.RUNNING, found.get());
      return new Outcome.Running(found.get());
    }
    if (!complete) {
      return new Outcome.Later("the answer to the last try was lost; the history decides");
    }
    log.info("The start {} never reached the engine and is tried again", row.key());
    table.move(row.key(), State.TRYING, State.RESERVED, null);
    return attempt(order);
  }

  private Outcome attempt(Order order) {
    if (!table.trying(order)) {
      return new Outcome.Later("somebody else tries");
    }
    return switch (engine.start(order.definitionKey(), order.before(), variables(order))) {
      case Started.Running running -> {
        table.move(order.key(), State.TRYING, State.RUNNING, running.instanceKey());
        yield new Outcome.Running(running.instanceKey());
      }
      case Started.Busy busy -> {
        table.move(order.key(), State.TRYING, State.RESERVED, null);
        yield new Outcome.Later(busy.why());
      }
      case Started.Unclear unclear -> new Outcome.Later(unclear.why());
      case Started.Refused refused -> {
        table.move(order.key(), State.TRYING, State.DROPPED, null);
        log.warn("SIYU-3650 the engine refuses the run {}: {}", order.key(), refused.why());
        yield new Outcome.Refused(refused.why());
      }
    };
  }

  private static Outcome running(RunTable.Row row) {
    Long key = row.instanceKey();
    return key == null ? new Outcome.Later("not known yet") : new Outcome.Running(key);
  }

  private String variables(Order order) {
    var variables = (ObjectNode) json.readTree(order.variables());
    return variables.put("chosenRun", order.key()).toString();
  }
}
