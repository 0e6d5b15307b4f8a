package dev.siyu.handovers;

import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.AccountsChanged;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcHandOvers implements HandOvers {

  private static final Logger log = LoggerFactory.getLogger(JdbcHandOvers.class);
  private static final Duration UNTIL_THE_JOURNEY_WAITS = Duration.ofHours(1);

  private final HandOverTable table;
  private final TransferTable transfers;
  private final Accounts accounts;
  private final JourneyMessages messages;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcHandOvers(
      HandOverTable table,
      TransferTable transfers,
      Accounts accounts,
      JourneyMessages messages,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.transfers = transfers;
    this.accounts = accounts;
    this.messages = messages;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> all() {
    return table.all();
  }

  @Override
  public Optional<View> find(String id) {
    return table.find(id);
  }

  @Override
  public List<Leftover> leftovers(String id, int limit) {
    return transfers.leftovers(id, limit);
  }

  @Override
  public String begin(String fromUserId, List<String> receivers, String reason, String who) {
    var account =
        accounts
            .find(fromUserId)
            .orElseThrow(() -> new HandOverRefused("SIYU-3120", "no account " + fromUserId));
    var fit = receivers(fromUserId, receivers);
    if (fit.isEmpty()) {
      throw new HandOverRefused(
          "SIYU-3121", "receivers: none that serves (expected: one at least)");
    }
    var now = clock.instant();
    boolean resigned = account.status() == Status.LEFT;
    return transactions.execute(
        status -> {
          var id =
              table
                  .begin(fromUserId, fit, resigned, reason, who, now)
                  .orElseThrow(
                      () -> new HandOverRefused("SIYU-3122", "a hand-over of it is under way"));
          var facts = Map.<String, Object>of("handOverId", id, "at", now.toString());
          messages.announce(
              List.of(
                  new Announcement(
                      Messages.ACCOUNT_HAND_OVER_WANTED + ":" + id,
                      Messages.ACCOUNT_HAND_OVER_WANTED,
                      id,
                      Duration.ZERO,
                      facts)));
          return id;
        });
  }

  private List<String> receivers(String fromUserId, List<String> wanted) {
    return accounts.standings().stream()
        .map(one -> one.account())
        .filter(one -> one.status().serves() && !one.userId().equals(fromUserId))
        .filter(one -> wanted.isEmpty() || wanted.contains(one.userId()))
        .map(one -> one.userId())
        .toList();
  }

  @Override
  public boolean settle(String id, String customerId, String note, String who) {
    return transfers.settle(id, customerId, note, who);
  }

  /** A blocked hand-over goes on once the member was removed at WeCom. */
  @EventListener
  void changed(AccountsChanged change) {
    if (change.status() != Status.LEFT) {
      return;
    }
    var now = clock.instant();
    transactions.executeWithoutResult(
        status ->
            table
                .removed(change.userId())
                .ifPresent(
                    id -> {
                      var key = Messages.ACCOUNT_REMOVED + ":" + id;
                      var facts = Map.<String, Object>of("at", now.toString());
                      messages.announce(
                          List.of(
                              new Announcement(
                                  key,
                                  Messages.ACCOUNT_REMOVED,
                                  id,
                                  UNTIL_THE_JOURNEY_WAITS,
                                  facts)));
                      log.info("Hand-over {} goes on: {} was removed", id, change.userId());
                    }));
  }
}
