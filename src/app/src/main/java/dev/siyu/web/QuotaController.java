package dev.siyu.web;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.moments.MomentPlans;
import dev.siyu.tasks.MessageRoom;
import dev.siyu.touchpoints.Quotas;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is left of the quotas (额度): of mass sends by customer and member, of app messages, moments.
 */
@RestController
class QuotaController {

  record Member(
      String staffUserId,
      int customers,
      int important,
      int normal,
      int minor,
      int toldToday,
      @Nullable Instant nextAt,
      MessageRoom.Left messages) {}

  record Board(
      Instant now,
      List<Member> members,
      MessageRoom.Limits limits,
      long leftToday,
      MomentPlans.Quota moments) {}

  record OfCustomer(Instant now, Quotas.OfCustomer quota) {}

  private final ObjectProvider<Quotas> quotas;
  private final MessageRoom messages;
  private final Customers customers;
  private final MomentPlans moments;
  private final Clock clock;

  QuotaController(
      ObjectProvider<Quotas> quotas,
      MessageRoom messages,
      Customers customers,
      MomentPlans moments,
      Clock clock) {
    this.quotas = quotas;
    this.messages = messages;
    this.customers = customers;
    this.moments = moments;
    this.clock = clock;
  }

  @GetMapping("/api/quota")
  Board board() {
    var members = quotas().members().stream().map(this::member).toList();
    return new Board(
        clock.instant(), members, messages.limits(), messages.leftToday(), moments.quota());
  }

  private Quotas quotas() {
    var found = quotas.getIfAvailable();
    if (found == null) {
      throw Problem.NOT_READY.failure();
    }
    return found;
  }

  private Member member(Quotas.OfMember one) {
    return new Member(
        one.staffUserId(),
        one.customers(),
        one.important(),
        one.normal(),
        one.minor(),
        one.toldToday(),
        one.nextAt(),
        messages.left(one.staffUserId()));
  }

  @GetMapping("/api/customers/{id}/quota")
  OfCustomer ofCustomer(@PathVariable String id) {
    if (!id.matches("C[0-9]{1,18}")) {
      throw Problem.NOT_FOUND.failure();
    }
    var customer = customers.find(new CustomerId(id)).orElseThrow(Problem.NOT_FOUND::failure).id();
    return new OfCustomer(clock.instant(), quotas().of(customer));
  }
}
