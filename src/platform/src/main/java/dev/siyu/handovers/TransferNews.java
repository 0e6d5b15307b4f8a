package dev.siyu.handovers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TransferNews implements HandOverNews {

  private final TransferTable rows;
  private final Customers customers;
  private final Clock clock;

  TransferNews(TransferTable rows, Customers customers, Clock clock) {
    this.rows = rows;
    this.customers = customers;
    this.clock = clock;
  }

  @Override
  public boolean takenOver(String staffUserId, String externalUserId, Instant at) {
    var found = rows.underWay(externalUserId, staffUserId);
    found.ifPresent(
        one -> {
          customers.takenOver(new CustomerId(one.customerId()), one.fromUserId(), staffUserId, at);
          rows.move(
              one.handOver(),
              List.of(externalUserId),
              "TAKEN_OVER",
              null,
              clock.instant(),
              "ASKED",
              "WAITING");
        });
    return found.isPresent();
  }

  @Override
  public void failed(String staffUserId, String externalUserId, String reason) {
    boolean refused = reason.equals("customer_refused");
    rows.underWay(externalUserId, staffUserId)
        .ifPresent(
            one ->
                rows.move(
                    one.handOver(),
                    List.of(externalUserId),
                    refused ? "REFUSED" : "RECEIVER_OUT",
                    refused ? null : reason,
                    clock.instant(),
                    "ASKED",
                    "WAITING"));
  }

  @Override
  public void deletedByTransfer(CustomerId customer, String staffUserId, Instant at) {
    customers.left(customer, staffUserId, at);
  }
}
