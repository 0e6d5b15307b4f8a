package dev.siyu.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.CustomersMerged;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import dev.siyu.orders.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What running journeys hear when two customers turn out to be one. */
class MergedJourneysTest {

  private static final Instant T = Instant.parse("2027-01-05T08:00:00Z");
  private static final CustomerId GONE = new CustomerId("C1");
  private static final CustomerId KEPT = new CustomerId("C2");

  private final FakeBusiness business = new FakeBusiness();

  private void merged(Instant paidAt) {
    business.known.put(
        KEPT.value(),
        new Customer(KEPT, "wm-2", "u", "", Stage.SEED, "ads", "li.na", ZoneId.of("UTC"), true, T));
    var journeys =
        new MergedJourneys(
            business,
            new OneOrder(paidAt),
            business,
            Clock.fixed(T.plusSeconds(900), ZoneOffset.UTC));
    journeys.follow(new CustomersMerged(GONE, KEPT));
  }

  @Test
  void shouldEndTheJourneysOfTheOneWhoGoesAndTellTheOtherOfThePurchase() {
    // when
    merged(T.plusSeconds(60));
    // then
    assertThat(business.announced)
        .extracting(Announcement::name, Announcement::correlationKey)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("customer-left", "C1"),
            org.assertj.core.groups.Tuple.tuple("order-paid", "C2"));
    assertThat(business.announced.getLast().variables())
        .containsEntry("orderId", "A")
        .containsEntry("amountCents", 100L);
  }

  @Test
  void shouldNotTellAPurchaseFromBeforeTheAdd() {
    // when
    merged(T.minusSeconds(60));
    // then
    assertThat(business.announced).extracting(Announcement::name).containsExactly("customer-left");
  }

  private record OneOrder(Instant paidAt) implements Orders {
    @Override
    public boolean paid(PaidOrder order) {
      return false;
    }

    @Override
    public List<String> refunded(Refund refund) {
      return List.of();
    }

    @Override
    public Standing standing(CustomerId customer) {
      return new Standing(null, null, null, 0, 0, 0);
    }

    @Override
    public Optional<PaidOrder> latestPaid(CustomerId customer) {
      return customer.equals(GONE)
          ? Optional.of(new PaidOrder("wxstore", "A", GONE, 100, 1, null, null, paidAt))
          : Optional.empty();
    }
  }
}
