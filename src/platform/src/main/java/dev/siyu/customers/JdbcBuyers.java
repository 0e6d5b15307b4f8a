package dev.siyu.customers;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcBuyers implements Buyers {

  private final Identities identities;
  private final Joining joining;
  private final Hints hints;
  private final TransactionTemplate transactions;

  JdbcBuyers(
      Identities identities, Joining joining, Hints hints, TransactionTemplate transactions) {
    this.identities = identities;
    this.joining = joining;
    this.hints = hints;
    this.transactions = transactions;
  }

  @Override
  public Buyer of(Ids ids) {
    var buyer = transactions.execute(status -> found(ids));
    return Objects.requireNonNull(buyer);
  }

  private Buyer found(Ids ids) {
    var kind = kind(ids.mall());
    var buyer = ids.openId() == null ? byUnion(ids) : byOpen(kind, ids.openId(), ids);
    if (ids.phone() != null) {
      hints.phone(ids.phone(), buyer.customer(), buyer.origin());
    }
    return buyer;
  }

  private Buyer byUnion(Ids ids) {
    var found = identities.byKey(Identities.UNION, Objects.requireNonNull(ids.unionId()));
    return new Buyer(found.customer(), found.origin());
  }

  private Buyer byOpen(String kind, String openId, Ids ids) {
    identities.takeTurn(kind, openId);
    var open = identities.find(kind, openId).orElse(null);
    if (ids.unionId() == null) {
      var found = open == null ? identities.byKey(kind, openId) : open;
      return new Buyer(found.customer(), found.origin());
    }
    if (open == null) {
      var union = byUnion(ids);
      var held = identities.hold(union.customer());
      identities.learn(kind, openId, held, union.origin());
      return new Buyer(held, union.origin());
    }
    var held = identities.hold(open.customer());
    joining.provenBy(Identities.UNION, ids.unionId(), held, open.origin());
    return new Buyer(identities.hold(open.customer()), open.origin());
  }

  @Override
  public boolean knowsUnion(String mall, String openId) {
    return identities.find(kind(mall), openId).filter(this::hasUnion).isPresent();
  }

  private boolean hasUnion(Identities.Found found) {
    return identities.hasUnion(found.customer());
  }

  private static String kind(String mall) {
    return mall + ":open";
  }
}
