package dev.siyu.workers.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JobContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOverTest {

  private static final JobContext JOB =
      new JobContext(1, 2, 3, "first-order", 1, "task_x", 3, Instant.parse("2028-03-01T06:00:00Z"));

  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> moves = new ArrayList<>();
  private final HandOver handOver = new HandOver(new NextJourney(announced::addAll, customers()));

  private Customers customers() {
    return (Customers)
        Proxy.newProxyInstance(
            Customers.class.getClassLoader(),
            new Class<?>[] {Customers.class},
            (self, method, arguments) -> {
              moves.add(((CustomerId) arguments[0]).value() + " " + arguments[1]);
              return null;
            });
  }

  private static HandOver.Input input(String entry, String message, Stage stage) {
    return new HandOver.Input(
        "C1", "zhang", "ads", entry, "o1", "2028-01-01T00:00:00Z", 900L, message, stage, "why");
  }

  @Test
  void shouldGiveWhoFallsAsleepANewEntrySoThatLaterTouchesAreNewOnes() {
    // when
    handOver.work(input("e7", "customer-dormant", Stage.DORMANT), JOB);
    handOver.work(input("e7-20270101", "customer-dormant", Stage.DORMANT), JOB);

    // then
    assertThat(announced)
        .extracting(Announcement::key)
        .containsOnly("customer-dormant:C1:e7-20280301");
    assertThat(announced.getFirst().variables())
        .containsEntry("entry", "e7-20280301")
        .containsEntry("netCents", 900L)
        .doesNotContainKeys("orderId", "paidAt");
    assertThat(moves).containsOnly("C1 DORMANT");
  }

  @Test
  void shouldKeepTheEntryAndTheOrderOtherwise() {
    // when
    handOver.work(input("e7", "repurchase-wanted", Stage.REPURCHASE), JOB);

    // then
    assertThat(announced.getFirst().key()).isEqualTo("repurchase-wanted:C1:e7");
    assertThat(announced.getFirst().variables())
        .containsEntry("entry", "e7")
        .containsEntry("orderId", "o1");
  }
}
