package dev.siyu.handovers;

import dev.siyu.accounts.Accounts;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.handovers.Distribution.Receiver;
import dev.siyu.handovers.HandOvers.View;
import dev.siyu.handovers.TransferTable.Open;
import dev.siyu.wecom.Transfers;
import dev.siyu.wecom.Transfers.Pair;
import dev.siyu.wecom.Transfers.Result;
import dev.siyu.wecom.Transfers.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class TransferSteps implements HandOverWork {

  private static final Logger log = LoggerFactory.getLogger(TransferSteps.class);

  private final HandOverTable table;
  private final TransferTable rows;
  private final TransferCalls calls;
  private final Transfers transfers;
  private final Accounts accounts;
  private final Customers customers;
  private final HandOverSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TransferSteps(
      HandOverTable table,
      TransferTable rows,
      TransferCalls calls,
      Transfers transfers,
      Accounts accounts,
      Customers customers,
      HandOverSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.rows = rows;
    this.calls = calls;
    this.transfers = transfers;
    this.accounts = accounts;
    this.customers = customers;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public int plan(String id) {
    var view = view(id);
    var now = clock.instant();
    transactions.executeWithoutResult(
        status -> {
          rows.collectCustomers(id, view.fromUserId(), now);
          if (!view.resigned()) {
            rows.failTooOften(id, now.minus(settings.within()), settings.most(), now);
          }
          var wanting = rows.needReceiver(id, settings.rounds());
          Distribution.assign(wanting, receivers(view)).entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getValue,
                      Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
              .forEach((to, whom) -> rows.assign(id, to, whom, now));
          rows.failWithoutReceiver(id, now);
        });
    return view(id).numbers().planned();
  }

  private List<Receiver> receivers(View view) {
    var loads = rows.loads();
    var out = rows.receiversOut(view.id());
    return accounts.standings().stream()
        .map(one -> one.account())
        .filter(one -> view.receivers().contains(one.userId()) && one.status().serves())
        .filter(one -> !out.contains(one.userId()))
        .map(
            one -> {
              int load = loads.getOrDefault(one.userId(), 0);
              int room = Math.max(0, settings.customersPerAccount() - load);
              return new Receiver(one.userId(), one.zone(), one.weight(), load, room);
            })
        .toList();
  }

  @Override
  public Started start(String id) {
    for (int call = 0; call < settings.callsPerStep(); call++) {
      var to = rows.nextReceiver(id);
      if (to.isEmpty()) {
        return new Started.All(clock.instant().plus(settings.takeOver()).plus(settings.margin()));
      }
      var end = calls.ask(view(id), to.get());
      if (end != null) {
        return end;
      }
    }
    return new Started.More();
  }

  @Override
  public Collected collect(String id) {
    var view = view(id);
    rows.open(id).stream()
        .collect(
            Collectors.groupingBy(
                open -> new Pair(view.fromUserId(), open.toUserId(), open.resigned())))
        .forEach((pair, open) -> settle(id, pair, open));
    var left = rows.open(id);
    if (!rows.needReceiver(id, settings.rounds()).isEmpty() && !receivers(view).isEmpty()
        || rows.nextReceiver(id).isPresent()) {
      return new Collected.Again();
    }
    var now = clock.instant();
    if (left.stream().anyMatch(open -> open.askedAt().plus(settings.giveUp()).isAfter(now))) {
      return new Collected.Waiting(now.plus(settings.lookAgain()));
    }
    rows.failOpen(id, "NO_RESULT", now);
    table.end(id, null, now);
    var over = view(id);
    log.info("Hand-over {} of {} is over: {}", id, over.fromUserId(), over.numbers());
    return new Collected.Over(over.forPeople());
  }

  private void settle(String id, Pair pair, List<Open> open) {
    var answer = transfers.results(pair);
    if (!(answer instanceof CallResult.Ok<List<Result>> ok)) {
      log.warn("Results of {} not read: {}; asked again with the next look", pair, answer);
      return;
    }
    Map<String, Result> results =
        ok.value().stream()
            .collect(Collectors.toMap(Result::externalUserId, Function.identity(), (a, b) -> b));
    open.forEach(one -> settle(id, pair, one, results.get(one.externalUserId())));
  }

  /** A result from before we asked belongs to an earlier hand-over. */
  private void settle(String id, Pair pair, Open open, @Nullable Result result) {
    var now = clock.instant();
    var whom = List.of(open.externalUserId());
    var at = result == null ? null : result.takenOverAt();
    boolean old = at != null && at.isBefore(open.askedAt());
    switch (result == null || old ? Status.NO_RECORD : result.status()) {
      case TAKEN_OVER -> takenOver(id, pair, open, Objects.requireNonNullElse(at, now));
      case WAITING -> rows.move(id, whom, "WAITING", null, now, "ASKED");
      case REFUSED -> rows.move(id, whom, "REFUSED", null, now, "ASKED", "WAITING");
      case RECEIVER_FULL -> rows.move(id, whom, "RECEIVER_OUT", "FULL", now, "ASKED", "WAITING");
      case NO_RECORD -> {
        rows.move(id, whom, "PLANNED", null, now, "ASKED"); // the call had no effect
        rows.move(id, whom, "FAILED", "NO_RECORD", now, "WAITING");
      }
    }
  }

  private void takenOver(String id, Pair pair, Open open, Instant at) {
    transactions.executeWithoutResult(
        status -> {
          customers.takenOver(
              new CustomerId(open.customerId()), pair.fromUserId(), pair.toUserId(), at);
          rows.move(
              id,
              List.of(open.externalUserId()),
              "TAKEN_OVER",
              null,
              clock.instant(),
              "ASKED",
              "WAITING");
        });
  }

  @Override
  public void giveUp(String id, String why) {
    var now = clock.instant();
    rows.failOpen(id, why, now);
    table.end(id, why, now);
    log.warn("Hand-over {} ended without all its customers ({}); they are on the list", id, why);
  }

  private View view(String id) {
    return table.find(id).orElseThrow(() -> new IllegalArgumentException("no hand-over " + id));
  }
}
