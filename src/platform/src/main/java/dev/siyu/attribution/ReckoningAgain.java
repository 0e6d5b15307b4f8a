package dev.siyu.attribution;

import dev.siyu.access.Heads;
import dev.siyu.access.Role;
import dev.siyu.attribution.Reckoning.Cause;
import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Ledger;
import dev.siyu.tasks.Notices;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Divides a rejected order anew; the book follows by the queue. */
@Component
class ReckoningAgain implements AttributionWork {

  private static final Logger log = LoggerFactory.getLogger(ReckoningAgain.class);
  private static final String REJECTED =
      """
      SELECT a.source, a.order_id, o.customer_id FROM attribution a
      JOIN paid_order o ON o.source = a.source AND o.order_id = a.order_id
      WHERE a.request_id = :request AND a.approval = 'REJECTED' AND a.state = 'PROVISIONAL'
      """;

  private static final String WAS_DONE =
      "SELECT EXISTS (SELECT FROM attribution_decision WHERE after_request = :request)";

  private record Rejected(String source, String orderId, String customerId) {
    Item.Ref order() {
      return new Item.Ref(source, orderId);
    }
  }

  private final JdbcClient jdbc;
  private final BoughtTable bought;
  private final AgreementTable agreements;
  private final AttributionTable decisions;
  private final Queue queue;
  private final Asking asking;
  private final Ledger ledger;
  private final ObjectProvider<Heads> heads;
  private final ObjectProvider<Notices> notices;
  private final TransactionTemplate transactions;
  private final AttributionSettings.Basics basics;

  ReckoningAgain(
      JdbcClient jdbc,
      BoughtTable bought,
      AgreementTable agreements,
      AttributionTable decisions,
      Queue queue,
      Asking asking,
      Ledger ledger,
      ObjectProvider<Heads> heads,
      ObjectProvider<Notices> notices,
      TransactionTemplate transactions,
      AttributionSettings.Basics basics) {
    this.jdbc = jdbc;
    this.bought = bought;
    this.agreements = agreements;
    this.decisions = decisions;
    this.queue = queue;
    this.asking = asking;
    this.ledger = ledger;
    this.heads = heads;
    this.notices = notices;
    this.transactions = transactions;
    this.basics = basics;
  }

  @Override
  public boolean reckonAgain(String approvalId, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              ledger.hold();
              if (wasDone(approvalId)) {
                return true;
              }
              var rejected =
                  jdbc.sql(REJECTED).param("request", approvalId).query(Rejected.class).optional();
              var anew = rejected.flatMap(this::anew);
              anew.ifPresent(
                  decided -> decide(decided, approvalId, rejected.get().customerId(), now));
              if (anew.isEmpty()) {
                rejected.ifPresent(this::tell);
              }
              return anew.isPresent();
            }));
  }

  /** The order names another request by then, or none. */
  private boolean wasDone(String approvalId) {
    return jdbc.sql(WAS_DONE).param("request", approvalId).query(Boolean.class).single();
  }

  /** Empty when nothing is known that was not known then. */
  private Optional<Decided> anew(Rejected rejected) {
    var all = bought.of(List.of(rejected.customerId())).iterator().next();
    int index =
        IntStream.range(0, all.orders().size())
            .filter(n -> all.orders().get(n).ref().equals(rejected.order()))
            .findFirst()
            .orElseThrow();
    var order = all.orders().get(index);
    var standing = Objects.requireNonNull(order.standing());
    var evidence = EvidenceOf.order(all, index);
    if (DigestUtils.sha256Hex(Json.canonical(evidence)).equals(standing.evidenceHash())) {
      return Optional.empty();
    }
    var agreement =
        agreements.inForce(basics.zone()).at(rejected.source(), order.paidAt()).orElse(null);
    var split = agreement == null ? Split.nobody("付款时没有生效的分账协议") : agreement.split(evidence);
    return Optional.of(
        new Decided(
            order.ref(), standing.number() + 1, Cause.RECKONED_AGAIN, evidence, split, agreement));
  }

  private void decide(Decided decided, String request, String customer, Instant now) {
    decisions.saveAfter(request, decided, "siyu", now);
    queue.add(customer);
    asking.ask(List.of(decided));
    log.info("{} is reckoned again after its split was rejected", decided.order());
  }

  private void tell(Rejected rejected) {
    var everybody = heads.getIfAvailable();
    var told = notices.getIfAvailable();
    if (everybody != null && told != null) {
      var text = "订单 " + rejected.orderId() + " 的业绩归属被驳回，且没有新的证据：请申请更正（控制台 > 业绩 > 订单归属）";
      everybody
          .of(Role.FINANCE)
          .forEach(
              person -> told.tell("rejected:" + rejected.order() + ":" + person, person, text));
    }
  }
}
