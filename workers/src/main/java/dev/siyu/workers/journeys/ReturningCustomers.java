package dev.siyu.workers.journeys;

import dev.siyu.customers.Customer;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.OrdersChanged;
import dev.siyu.orders.Purchases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back who was left in peace (LOST) and buys again: no journey listens for them any more.
 * Runs in the transaction that records the order.
 */
@Component
class ReturningCustomers {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Customers customers;
  private final Purchases purchases;
  private final JourneyMessages messages;
  private final Clock clock;

  ReturningCustomers(
      Customers customers, Purchases purchases, JourneyMessages messages, Clock clock) {
    this.customers = customers;
    this.purchases = purchases;
    this.messages = messages;
    this.clock = clock;
  }

  @EventListener
  void bought(OrdersChanged change) {
    if (change.how() == OrdersChanged.How.PAID) {
      customers
          .find(change.customer())
          .filter(customer -> customer.staffUserId() != null && customers.isInPeace(customer.id()))
          .ifPresent(this::takeBack);
    }
  }

  private void takeBack(Customer customer) {
    var now = clock.instant();
    boolean boughtBefore = purchases.story(customer.id()).paidAt().size() > 1;
    var stage = boughtBefore ? Stage.REPURCHASE : Stage.SEED;
    customers.moveTo(customer.id(), stage, now, "流失后自己回来下单");
    messages.announce(
        List.of(
            announcement(
                customer,
                boughtBefore ? Messages.REPURCHASE_WANTED : Messages.FIRST_ORDER_WANTED,
                now)));
  }

  /** A new entry, so that the touches of this run are new ones. */
  private static Announcement announcement(Customer customer, String message, Instant now) {
    var entry = "r-" + DAY.format(now);
    var id = customer.id().value();
    var facts = new HashMap<String, Object>();
    facts.put("customerId", id);
    facts.put("entry", entry);
    facts.put("at", now.toString());
    facts.put("staffId", String.valueOf(customer.staffUserId()));
    if (customer.channel() != null) {
      facts.put("channel", customer.channel());
    }
    return new Announcement(message + ":" + id + ":" + entry, message, id, Duration.ZERO, facts);
  }
}
