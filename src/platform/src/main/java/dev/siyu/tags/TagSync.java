package dev.siyu.tags;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerTags;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.CorpTags;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches WeCom's whole list: after a start, after every event about corp tags, and by setting. A
 * list says it all - whatever events were lost, came twice, or were not told (the tags of a group
 * that was deleted).
 */
@Component
class TagSync implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(TagSync.class);

  private final CorpTags corpTags;
  private final TagTable table;
  private final CustomerTags worn;
  private final TransactionTemplate transactions;
  private final TagSettings settings;
  private final Clock clock;

  TagSync(
      CorpTags corpTags,
      TagTable table,
      CustomerTags worn,
      TransactionTemplate transactions,
      TagSettings settings,
      Clock clock) {
    this.corpTags = corpTags;
    this.table = table;
    this.worn = worn;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void afterStart() {
    table.plan(clock.instant().plus(settings.afterStart()));
  }

  @Override
  public String name() {
    return "tag-sync";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    var problem = fetch();
    if (problem != null) {
      log.warn("SIYU-3500 The list of corp tags was not fetched: {}; again soon", problem);
    }
    table.done(now, next(now, problem), problem);
  }

  private @Nullable Instant next(Instant now, @Nullable String problem) {
    if (problem != null) {
      return now.plus(settings.again());
    }
    return settings.every().isZero() ? null : now.plus(settings.every());
  }

  /** Null when it went well, else why not. */
  @Nullable String fetch() {
    var asked = clock.instant();
    return switch (corpTags.list()) {
      case CallResult.Ok<List<CorpTags.Group>> ok -> {
        transactions.executeWithoutResult(status -> take(ok.value(), asked));
        yield null;
      }
      case CallResult.Declined<List<CorpTags.Group>> no -> no.code() + " " + no.reason();
      case CallResult.Retryable<List<CorpTags.Group>> later -> later.code() + " " + later.reason();
      case CallResult.Broken<List<CorpTags.Group>> no -> no.code() + " " + no.reason();
      case CallResult.Unknown<List<CorpTags.Group>> none -> none.code() + " " + none.reason();
    };
  }

  private void take(List<CorpTags.Group> groups, Instant asked) {
    if (!table.listed(asked)) {
      return;
    }
    var before = table.names();
    table.replace(groups);
    var now = table.names();
    renamed(before, now).forEach(worn::renamed);
    gone(before, now).forEach(worn::gone);
  }

  /** Old name to new one; nobody is renamed while another tag has the old name. */
  static Map<String, String> renamed(Map<String, String> before, Map<String, String> now) {
    var changes = new LinkedHashMap<String, String>();
    before.forEach(
        (id, name) -> {
          var fresh = now.get(id);
          if (fresh != null && !fresh.equals(name) && !now.containsValue(name)) {
            changes.put(name, fresh);
          }
        });
    return changes;
  }

  /** Names that no tag has any more. */
  static Set<String> gone(Map<String, String> before, Map<String, String> now) {
    var names = new HashSet<String>();
    before.forEach(
        (id, name) -> {
          if (!now.containsKey(id)) {
            names.add(name);
          }
        });
    names.removeAll(now.values());
    return names;
  }
}
