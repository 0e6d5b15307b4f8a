package dev.siyu.inbox;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.CustomersMerged;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What running journeys hear of a merge. Those of the customer who went end as if that customer had
 * left: one person is nudged by one journey. Those of the one who stays hear of a purchase that
 * came along, as of any other purchase.
 */
@Component
class MergedJourneys {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Customers customers;
  private final Orders orders;
  private final JourneyMessages messages;
  private final Clock clock;

  MergedJourneys(Customers customers, Orders orders, JourneyMessages messages, Clock clock) {
    this.customers = customers;
    this.orders = orders;
    this.messages = messages;
    this.clock = clock;
  }

  /** Before the orders move, in the transaction of the merge. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void follow(CustomersMerged merged) {
    var gone = merged.gone();
    announce(
        "customer-left:merged:" + gone + ":" + merged.kept() + ":" + clock.millis(),
        "customer-left",
        gone,
        Map.of("at", clock.instant().toString()));
    orders
        .latestPaid(gone)
        .filter(order -> !Lateness.precedesRelation(customers.find(merged.kept()), order.paidAt()))
        .ifPresent(
            order ->
                announce(
                    "order-paid:merged:" + order.source() + ":" + order.orderId(),
                    "order-paid",
                    merged.kept(),
                    Map.of(
                        "at", clock.instant().toString(),
                        "orderId", order.orderId(),
                        "paidAt", order.paidAt().toString(),
                        "amountCents", order.amountCents())));
  }

  private void announce(String key, String name, CustomerId id, Map<String, Object> variables) {
    messages.announce(List.of(new Announcement(key, name, id.value(), PATIENCE, variables)));
  }
}
