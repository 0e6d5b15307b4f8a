package dev.siyu.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.layers.CoreRound.Candidate;
import dev.siyu.layers.CoreTable.Change;
import dev.siyu.layers.CoreTable.Why;
import dev.siyu.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out free places once a week, to the best first; each invitation is a journey of its own.
 */
@Component
class CoreInvitations implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(CoreInvitations.class);

  private final CoreRound round;
  private final CoreTable table;
  private final Customers customers;
  private final JourneyMessages messages;
  private final CoreSettings settings;
  private final TransactionTemplate transactions;

  CoreInvitations(
      CoreRound round,
      CoreTable table,
      Customers customers,
      JourneyMessages messages,
      CoreSettings settings,
      TransactionTemplate transactions) {
    this.round = round;
    this.table = table;
    this.customers = customers;
    this.messages = messages;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "core-invitations";
  }

  @Override
  public Optional<Instant> nextDue() {
    return round.nextAt();
  }

  @Override
  public void runDue(Instant now) {
    var load = new HashMap<>(table.load());
    int invited = 0;
    for (var candidate : round.chosen(now)) {
      var operator =
          Operator.choose(settings.operatorList(), load, settings.perOperator(), candidate.zone());
      if (operator.isPresent() && invite(candidate, operator.get().userId(), now)) {
        load.merge(operator.get().userId(), 1, Integer::sum);
        invited++;
      }
    }
    round.plan(now);
    if (invited > 0) {
      log.info(
          "{} customers are invited to the core circle; next round {}", invited, round.nextAt());
    }
  }

  private boolean invite(Candidate candidate, String operator, Instant now) {
    var note = CoreBook.words(candidate.facts(), candidate.reason());
    var change = new Change(Why.QUALIFIED, note, "siyu", now);
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              var id = customers.hold(new CustomerId(candidate.customerId())).value();
              if (!table.invite(id, candidate.staffUserId(), operator, change)) {
                return false;
              }
              announce(id, candidate.staffUserId(), operator, now);
              return true;
            }));
  }

  private void announce(String id, String staff, String operator, Instant now) {
    var entry = table.find(id).orElseThrow().entry();
    Map<String, Object> variables =
        Map.of(
            "customerId", id,
            "staffId", staff,
            "operatorId", operator,
            "entry", entry,
            "at", now.toString());
    messages.announce(
        List.of(
            new Announcement(
                "core-invited:" + id + ":" + entry, "core-invited", id, Duration.ZERO, variables)));
  }
}
