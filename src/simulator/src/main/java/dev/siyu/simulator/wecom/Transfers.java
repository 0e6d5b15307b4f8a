package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.StaffFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All transfers of customers, newest per customer and pair of members. */
final class Transfers implements Projection {

  private final Map<String, Map<String, Transfer>> byPair = new LinkedHashMap<>();
  private final Map<String, Transfer> open = new LinkedHashMap<>();
  private final Map<String, List<Instant>> started = new HashMap<>();

  /** The transfers from one member to another, in the order they began. */
  List<Transfer> between(String fromUserId, String toUserId, boolean resigned) {
    return byPair.getOrDefault(pair(fromUserId, toUserId, resigned), Map.of()).values().stream()
        .toList();
  }

  /** The transfer a customer is in now, if any. */
  @Nullable Transfer open(String externalUserId) {
    return open.get(externalUserId);
  }

  List<Transfer> open() {
    return List.copyOf(open.values());
  }

  /** How often a customer of working members was transferred lately. */
  long recent(String externalUserId, Instant now, Duration within) {
    return started.getOrDefault(externalUserId, List.of()).stream()
        .filter(at -> at.isAfter(now.minus(within)))
        .count();
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof StaffFact told) {
      happened(told, moment.at());
    }
  }

  private void happened(StaffFact told, Instant at) {
    switch (told) {
      case StaffFact.TransferStarted start -> start(start, at);
      case StaffFact.TakenOver over -> end(over.externalUserId(), Transfer.TAKEN_OVER, at);
      case StaffFact.TransferFailed failed ->
          end(
              failed.externalUserId(),
              failed.reason().equals("customer_refused") ? Transfer.REFUSED : Transfer.FULL,
              at);
      case StaffFact.DeletedByTransfer deleted -> {}
      case StaffFact.MemberChanged changed -> {}
      case StaffFact.LoginCodeIssued issued -> {}
      case StaffFact.LoginCodeUsed used -> {}
      case StaffFact.TagsMade made -> {}
      case StaffFact.TagsTold corp -> {}
      case StaffFact.ContactEdited edited -> {}
    }
  }

  private void start(StaffFact.TransferStarted told, Instant at) {
    var transfer =
        new Transfer(
            told.fromUserId(),
            told.toUserId(),
            told.externalUserId(),
            told.resigned(),
            at,
            told.endsAt(),
            told.refuses(),
            Transfer.WAITING);
    put(transfer);
    open.put(told.externalUserId(), transfer);
    if (!told.resigned()) {
      started.computeIfAbsent(told.externalUserId(), id -> new ArrayList<>()).add(at);
    }
  }

  private void end(String externalUserId, int status, Instant at) {
    var transfer = open.remove(externalUserId);
    if (transfer != null) {
      put(transfer.ended(status, at));
    }
  }

  private void put(Transfer transfer) {
    byPair
        .computeIfAbsent(
            pair(transfer.fromUserId(), transfer.toUserId(), transfer.resigned()),
            key -> new LinkedHashMap<>())
        .put(transfer.externalUserId(), transfer);
  }

  private static String pair(String from, String to, boolean resigned) {
    return from + "|" + to + "|" + resigned;
  }
}
