package dev.siyu.products;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a product the price and the stock that its department granted. */
@Component
class ProductDecisions {

  private static final Logger log = LoggerFactory.getLogger(ProductDecisions.class);
  private static final String NOBODY = "siyu";

  private final ProductRequests requests;
  private final Clock clock;

  ProductDecisions(ProductRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @EventListener
  void ended(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.PRODUCT || !ended.subject().startsWith(WishPaper.SUBJECT)) {
      return;
    }
    long id = Long.parseLong(ended.subject().substring(WishPaper.SUBJECT.length()));
    var who = ended.deciders().isEmpty() ? NOBODY : ended.deciders().getLast();
    boolean granted = ended.ending().isApproved();
    requests.decide(id, granted, reason(ended), who, clock.instant().atOffset(ZoneOffset.UTC));
    log.info(
        "Request {} for price and stock ended {}; the product {}",
        id,
        ended.ending(),
        granted ? "has them now" : "stays as it is");
  }

  private static String reason(ApprovalEnded ended) {
    return ended.reason().isBlank()
        ? switch (ended.ending()) {
          case APPROVED -> "同意";
          case APPROVED_BY_RULE -> "在免批额度内";
          case REJECTED -> "拒绝";
          case EXPIRED -> "到期无人决定";
          case WITHDRAWN -> "已撤回";
        }
        : ended.reason();
  }
}
