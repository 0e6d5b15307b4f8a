package dev.siyu.attribution;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.attribution.CorrectionTable.Content;
import dev.siyu.attribution.CorrectionTable.Standing;
import dev.siyu.attribution.CorrectionTable.Stored;
import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Ledger;
import dev.siyu.ledger.Yuan;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCorrections implements Corrections {

  private static final Logger log = LoggerFactory.getLogger(JdbcCorrections.class);

  private final CorrectionTable table;
  private final CorrectionBook book;
  private final Ledger ledger;
  private final ObjectProvider<Approvals> approvals;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcCorrections(
      CorrectionTable table,
      CorrectionBook book,
      Ledger ledger,
      ObjectProvider<Approvals> approvals,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.book = book;
    this.ledger = ledger;
    this.approvals = approvals;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> list(@Nullable String department) {
    return table.list(department);
  }

  @Override
  public View ask(String source, String orderId, List<Share> shares, String reason, String actor) {
    var order = new Item.Ref(source, orderId);
    var wanted = sensible(shares);
    return Objects.requireNonNull(
        transactions.execute(status -> asked(order, wanted, reason, actor)));
  }

  @Override
  public Outcome decided(
      String source,
      String orderId,
      int instead,
      List<Share> shares,
      String reason,
      List<String> deciders,
      Supplier<Optional<String>> redeem) {
    var order = new Item.Ref(source, orderId);
    var wanted = sensible(shares);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              ledger.hold();
              if (table.standing(order).filter(one -> one.decision() != instead).isPresent()) {
                return new Overtaken();
              }
              var standing = standing(order, wanted);
              var request = redeem.get();
              return request.isEmpty()
                  ? new Unredeemed()
                  : booked(order, standing, wanted, reason, request.get(), deciders);
            }));
  }

  private Booked booked(
      Item.Ref order,
      Standing standing,
      List<Share> wanted,
      String reason,
      String request,
      List<String> deciders) {
    giveWay(order, reason);
    long id = insert(order, standing, wanted, reason, "siyu");
    table.request(id, request);
    table.decided(id, State.DONE, deciders, reason, clock.instant());
    book.correct("K" + id, order, standing, wanted, "siyu", clock.instant());
    return new Booked(table.find(id).orElseThrow().view());
  }

  /** What people decided on the whole matter goes before a correction that was only asked for. */
  private void giveWay(Item.Ref order, String reason) {
    table
        .open(order)
        .ifPresent(
            id -> {
              approvals.getObject().withdraw(ApprovalKind.CORRECTION, "K" + id, reason, "siyu");
              table.decided(id, State.REJECTED, List.of(), reason, clock.instant());
            });
  }

  /** In the order in which shares are stored. */
  private static List<Share> sensible(List<Share> shares) {
    TermsCheck.objection(shares)
        .ifPresent(
            what -> {
              throw new AttributionRefused("SIYU-8130", "shares: " + what);
            });
    return shares.stream().sorted(Comparator.comparing(Share::department)).toList();
  }

  private View asked(Item.Ref order, List<Share> shares, String reason, String actor) {
    if (table.isHeld(order)) {
      throw new AttributionRefused(
          "SIYU-8170", order + " is contested (expected: the end of its dispute first)");
    }
    var standing = standing(order, shares);
    long id = insert(order, standing, shares, reason, actor);
    var content = new Content(order.toString(), standing.decision(), shares, reason);
    var request = approvals.getObject().ask(request("K" + id, content, standing, actor));
    table.request(id, request);
    return table.find(id).orElseThrow().view();
  }

  private Standing standing(Item.Ref order, List<Share> wanted) {
    var standing =
        table
            .standing(order)
            .orElseThrow(
                () -> new AttributionRefused("SIYU-8132", order + " (expected: a known order)"));
    if (standing.shares().equals(wanted)) {
      throw new AttributionRefused("SIYU-8130", "shares: the order has them already");
    }
    return standing;
  }

  private long insert(
      Item.Ref order, Standing standing, List<Share> shares, String reason, String actor) {
    var content = new Content(order.toString(), standing.decision(), shares, reason);
    return table
        .insert(order, content, actor, clock.instant())
        .orElseThrow(
            () -> new AttributionRefused("SIYU-8131", "a correction of " + order + " is open"));
  }

  private static ApprovalRequest request(
      String id, Content content, Standing standing, String actor) {
    var facts =
        List.of(
            new Fact("订单", "Order", content.order()),
            new Fact("金额", "Amount", Yuan.of(standing.amountCents())),
            new Fact("现有分配", "Shares now", Split.words(standing.shares())),
            new Fact("更正为", "Corrected to", Split.words(content.shares())),
            new Fact("理由", "Reason", content.reason()));
    var departments =
        Stream.concat(standing.shares().stream(), content.shares().stream())
            .map(Share::department)
            .filter(name -> !name.equals(Split.NOBODY))
            .distinct()
            .sorted()
            .toList();
    return new ApprovalRequest(
        ApprovalKind.CORRECTION,
        id,
        "更正 " + id + "：" + content.order(),
        "Correction " + id + " of " + content.order(),
        facts,
        Json.canonical(content),
        actor,
        departments,
        standing.amountCents(),
        null,
        "/orders/" + content.order().replaceFirst(":", "/"));
  }

  /** In the transaction that ended the request. */
  @EventListener
  void follow(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.CORRECTION) {
      return;
    }
    var asked =
        table
            .find(Long.parseLong(ended.subject().substring(1)))
            .filter(one -> one.view().state() == State.ASKED)
            .filter(one -> DigestUtils.sha256Hex(one.content()).equals(ended.hash()));
    if (asked.isEmpty()) {
      log.warn(
          "SIYU-8114 {} ended for {}, which does not wait for it; ignored",
          ended.id(),
          ended.subject());
    } else if (ended.ending().isApproved()) {
      correct(asked.get(), ended);
    } else {
      decided(asked.get(), State.REJECTED, ended, ended.reason());
    }
  }

  private void correct(Stored asked, ApprovalEnded ended) {
    ledger.hold();
    var content = Json.read(asked.content(), Content.class);
    var standing = table.standing(asked.order()).orElseThrow();
    if (standing.decision() != content.instead()) {
      decided(asked, State.REJECTED, ended, "其间已有新的归属决定，请重新更正");
      return;
    }
    var redeemed =
        approvals.getObject().redeem(ApprovalKind.CORRECTION, ended.subject(), asked.content());
    if (redeemed.isEmpty()) {
      decided(asked, State.REJECTED, ended, "批准已失效");
      return;
    }
    decided(asked, State.DONE, ended, ended.reason());
    var view = asked.view();
    book.correct(
        view.id(), asked.order(), standing, content.shares(), view.askedBy(), clock.instant());
    log.info("Correction {} of {} is booked", view.id(), asked.order());
  }

  private void decided(Stored asked, State state, ApprovalEnded ended, String note) {
    long id = Long.parseLong(asked.view().id().substring(1));
    table.decided(id, state, ended.deciders(), note, clock.instant());
  }
}
