package dev.siyu.rehearsals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Writes the recording of customers that do not exist; the same seed writes the same. */
final class MadeUp {

  private static final LocalDateTime OPENS = LocalDate.EPOCH.atTime(9, 0);
  private static final int OPEN_MINUTES = 12 * 60;

  private final Scenario.Behaviour behaviour;
  private final LocalDate from;
  private final LocalDate to;
  private final Random chance;
  private final StringBuilder contacts = new StringBuilder("customer_id,added_at\n");
  private final StringBuilder orders =
      new StringBuilder("order_id,customer_id,paid_at,amount_cents,line_count,country\n");
  private final StringBuilder refunds =
      new StringBuilder("refund_id,customer_id,refunded_at,amount_cents\n");
  private int number;

  private MadeUp(Scenario.Behaviour behaviour, LocalDate from, LocalDate to, int seed) {
    this.behaviour = behaviour;
    this.from = from;
    this.to = to;
    this.chance = new Random(seed);
  }

  static List<Stage.File> files(
      Scenario.Behaviour behaviour, LocalDate from, LocalDate to, int seed) {
    var made = new MadeUp(behaviour, from, to, seed);
    for (int i = 1; i <= behaviour.customers(); i++) {
      made.live("M" + (100_000 + i));
    }
    return List.of(
        new Stage.File("contacts.csv", made.contacts.toString()),
        new Stage.File("orders.csv", made.orders.toString()),
        new Stage.File("refunds.csv", made.refunds.toString()));
  }

  private void live(String customer) {
    var added = moment(from.plusDays(chance.nextInt(behaviour.addDays())));
    contacts.append(customer).append(',').append(added).append('\n');
    int lot = chance.nextInt(100);
    int buys = 0;
    for (int day = 0; day < behaviour.buyPercentByDay().size(); day++) {
      buys += behaviour.buyPercentByDay().get(day);
      if (lot < buys) {
        var first = added.plusDays(day).plusMinutes(30 + chance.nextInt(120));
        buy(customer, first);
        buyAgain(customer, first);
        return;
      }
    }
  }

  private void buyAgain(String customer, LocalDateTime first) {
    for (var month = first.plusDays(30); !month.toLocalDate().isAfter(to); ) {
      if (chance.nextInt(100) < behaviour.againPercentByMonth()) {
        buy(customer, moment(month.toLocalDate().plusDays(chance.nextInt(28))));
      }
      month = month.plusDays(30);
    }
  }

  private void buy(String customer, LocalDateTime at) {
    if (at.toLocalDate().isAfter(to)) {
      return;
    }
    number++;
    long cents = 1 + Math.round(behaviour.averageCents() * (0.5 + chance.nextDouble()));
    orders.append("MO%07d,%s,%s,%d,%d,中国%n".formatted(number, customer, at, cents, 1 + number % 4));
    var back = at.plusDays(1 + chance.nextInt(10));
    if (chance.nextInt(100) < behaviour.refundPercent() && !back.toLocalDate().isAfter(to)) {
      refunds.append("MR%07d,%s,%s,%d%n".formatted(number, customer, back, cents));
    }
  }

  private LocalDateTime moment(LocalDate day) {
    return day.atTime(OPENS.toLocalTime()).plusMinutes(chance.nextInt(OPEN_MINUTES));
  }
}
