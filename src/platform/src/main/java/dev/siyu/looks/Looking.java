package dev.siyu.looks;

import dev.siyu.calls.CallResult;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.inbox.Inbox;
import dev.siyu.looks.LookTable.Due;
import dev.siyu.looks.MallLooks.Reason;
import dev.siyu.mall.MallListing;
import dev.siyu.mall.MallListing.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at one mall: page by page what changed since we last agreed, and what we do not have
 * goes into the inbox like a callback. A callback that still comes finds it recorded.
 */
final class Looking {

  private static final Logger log = LoggerFactory.getLogger(Looking.class);
  private static final int MOST_PAGES = 10_000;

  private final LookTable table;
  private final Inbox inbox;
  private final LookSettings settings;
  private final Clock clock;

  Looking(LookTable table, Inbox inbox, LookSettings settings, Clock clock) {
    this.table = table;
    this.inbox = inbox;
    this.settings = settings;
    this.clock = clock;
  }

  void look(Due due, MallListing mall) {
    var until = clock.instant().minus(settings.grace());
    var from = due.agreedUntil() == null ? until.minus(settings.firstSpan()) : due.agreedUntil();
    long run = table.begin(due, from, until);
    if (!from.isBefore(until)) {
      table.end(run, 0, 0, null, next(), Reason.DAILY);
      return;
    }
    int listed = 0;
    int missing = 0;
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (mall.happened(from, until, cursor)) {
        case CallResult.Ok<MallListing.Page> ok -> {
          listed += ok.value().items().size();
          missing += bring(mall, ok.value().items());
          cursor = ok.value().next();
          table.count(run, listed, missing);
        }
        case CallResult.Declined<MallListing.Page> no -> {
          broke(due, run, listed, missing, no.code() + " " + no.reason());
          return;
        }
        case CallResult.Broken<MallListing.Page> broken -> {
          broke(due, run, listed, missing, broken.code() + " " + broken.reason());
          return;
        }
        case CallResult.Retryable<MallListing.Page> busy -> {
          broke(due, run, listed, missing, busy.code() + " " + busy.reason());
          return;
        }
        case CallResult.Unknown<MallListing.Page> none -> {
          broke(due, run, listed, missing, none.code() + " " + none.reason());
          return;
        }
      }
      if (cursor == null) {
        table.end(run, listed, missing, null, next(), Reason.DAILY);
        log.info(
            "{}: {} listed from {} to {}, {} of them had not reached us and are in the inbox now",
            mall.source(),
            listed,
            from,
            until,
            missing);
        return;
      }
    }
    broke(due, run, listed, missing, "SIYU-3170 more than " + MOST_PAGES + " pages");
  }

  private @Nullable Instant next() {
    return settings.every().isZero() ? null : clock.instant().plus(settings.every());
  }

  private void broke(Due due, long run, int listed, int missing, String why) {
    var pause = settings.again().multipliedBy(1L << Math.min(due.failures(), 6));
    var longest = Duration.ofHours(6);
    var after = pause.compareTo(longest) < 0 ? pause : longest;
    table.end(run, listed, missing, why, clock.instant().plus(after), due.reason());
    log.warn("{}: the look broke off, again in {}: {}", due.source(), after, why);
  }

  /** Puts what we do not have into the inbox; answers how many that were. */
  private int bring(MallListing mall, List<Item> items) {
    var known =
        table.known(
            mall.source(),
            items.stream().filter(item -> !item.refund()).map(Item::id).toList(),
            items.stream().filter(Item::refund).map(Item::id).toList());
    int missing = 0;
    for (var item : items) {
      var key = (item.refund() ? "r:" : "o:") + item.id();
      if (!known.contains(key) && mall.counts(item)) {
        inbox.receive(event(mall, item, key)).join();
        missing++;
      }
    }
    return missing;
  }

  private static InboundEvent event(MallListing mall, Item item, String key) {
    return new InboundEvent(
        Source.valueOf(mall.source().toUpperCase(Locale.ROOT)),
        item.type(),
        item.subject(),
        mall.source() + ":found:" + key,
        item.body(),
        item.at());
  }
}
