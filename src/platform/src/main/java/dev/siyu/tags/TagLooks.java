package dev.siyu.tags;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerTags;
import dev.siyu.tags.TagLookTable.Look;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.CorpTags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes over which tags a contact wears after somebody changed them in WeCom. Nobody waits for it:
 * our own marks are recorded when they are made, and the echo of one is looked at later, with
 * whatever else came until then, and then changes nothing.
 */
@Component
class TagLooks implements DueWork, TagNews {

  private static final Logger log = LoggerFactory.getLogger(TagLooks.class);
  private static final int BATCH = 50;
  private static final int MOST_TRIES = 8;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final TagLookTable table;
  private final TagTable list;
  private final CorpTags corpTags;
  private final CustomerTags worn;
  private final TagSettings settings;
  private final Clock clock;

  TagLooks(
      TagLookTable table,
      TagTable list,
      CorpTags corpTags,
      CustomerTags worn,
      TagSettings settings,
      Clock clock) {
    this.table = table;
    this.list = list;
    this.corpTags = corpTags;
    this.worn = worn;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void contactEdited(String externalUserId, Instant at) {
    boolean isEcho =
        worn.worn(externalUserId)
            .map(CustomerTags.Worn::markedAt)
            .filter(marked -> Duration.between(marked, at).abs().compareTo(settings.echo()) <= 0)
            .isPresent();
    var now = clock.instant();
    table.plan(externalUserId, isEcho ? now.plus(settings.echoPause()) : now);
  }

  @Override
  public void corpTagsChanged() {
    list.plan(clock.instant());
  }

  @Override
  public String name() {
    return "tag-looks";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    table.due(now, BATCH).forEach(look -> look(look, now));
  }

  private void look(Look look, Instant now) {
    var before = worn.worn(look.externalUserId()).orElse(null);
    if (before == null) {
      table.done(look);
      return;
    }
    switch (corpTags.of(look.externalUserId())) {
      case CallResult.Ok<Set<String>> ok -> {
        if (worn.seen(before, ok.value(), now)) {
          table.done(look);
        } else {
          later(look, now.plus(SOON), "tags changed meanwhile");
        }
      }
      case CallResult.Declined<Set<String>> no -> table.done(look);
      case CallResult.Broken<Set<String>> no ->
          later(look, now.plus(settings.again()), no.reason());
      case CallResult.Retryable<Set<String>> again ->
          later(look, now.plus(longer(again.after())), again.reason());
      case CallResult.Unknown<Set<String>> none ->
          later(look, now.plus(settings.again()), none.reason());
    }
  }

  private static Duration longer(Duration after) {
    return after.compareTo(SOON) < 0 ? SOON : after;
  }

  private void later(Look look, Instant at, String why) {
    if (look.tries() >= MOST_TRIES) {
      log.warn(
          "SIYU-3504 The tags of {} were not fetched: {}; the next event or full sync does it",
          look.externalUserId(),
          why);
      table.done(look);
    } else {
      table.later(look, at);
    }
  }
}
