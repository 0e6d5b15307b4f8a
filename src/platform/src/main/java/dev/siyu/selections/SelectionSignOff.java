package dev.siyu.selections;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.ledger.Yuan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has a selection signed, and acts on what people say. */
@Component
class SelectionSignOff {

  private static final Logger log = LoggerFactory.getLogger(SelectionSignOff.class);
  private static final String SUBJECT = "selection:";
  private static final int SHOWN = 8;

  private final Approvals approvals;
  private final RoundTable table;
  private final SelectionNews news;
  private final Clock clock;

  SelectionSignOff(Approvals approvals, RoundTable table, SelectionNews news, Clock clock) {
    this.approvals = approvals;
    this.table = table;
    this.news = news;
    this.clock = clock;
  }

  /** In the caller's transaction. */
  String ask(Selections.Round round) {
    return approvals.ask(
        new ApprovalRequest(
            ApprovalKind.SELECTION,
            subject(round.id()),
            "选品：" + round.name(),
            "Product selection: " + round.name(),
            facts(round),
            content(round),
            round.openedBy(),
            List.of(),
            null,
            null,
            "/products/rounds/" + round.id()));
  }

  void takeBack(long round, String actor, String reason) {
    approvals.withdraw(ApprovalKind.SELECTION, subject(round), reason, actor);
  }

  /** Whether exactly this was signed. */
  boolean isSigned(Selections.Round round) {
    return table.isSigned(round.id(), DigestUtils.sha256Hex(content(round)));
  }

  private static List<Fact> facts(Selections.Round round) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("生效日", "Takes effect on", round.effectiveOn().toString()));
    facts.add(new Fact("产品数", "Products", Integer.toString(round.candidates().size())));
    round.candidates().stream()
        .limit(SHOWN)
        .forEach(
            one ->
                facts.add(
                    new Fact(
                        "%s %d".formatted(one.kind(), one.rank()),
                        "%s %d".formatted(one.kind(), one.rank()),
                        one.name() + " · ¥" + Yuan.of(one.priceCents()))));
    return facts;
  }

  /** Everything that takes effect. */
  private static String content(Selections.Round round) {
    var signed = new LinkedHashMap<String, Object>();
    signed.put("round", round.id());
    signed.put("effectiveOn", round.effectiveOn().toString());
    signed.put("reviewWeeks", round.reviewWeeks());
    signed.put("products", round.candidates().stream().map(SelectionSignOff::product).toList());
    return JsonMapper.shared().writeValueAsString(signed);
  }

  private static LinkedHashMap<String, Object> product(Selections.Candidate one) {
    var signed = new LinkedHashMap<String, Object>();
    signed.put("sku", one.sku());
    signed.put("name", one.name());
    signed.put("kind", one.kind().name());
    signed.put("rank", one.rank());
    signed.put("priceCents", one.priceCents());
    signed.put("marginCents", one.marginCents());
    signed.put("starSku", one.starSku());
    signed.put("publicPriceCents", one.publicPriceCents());
    signed.put("stockUnits", one.stockUnits());
    return signed;
  }

  @EventListener
  void ended(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.SELECTION || !ended.subject().startsWith(SUBJECT)) {
      return;
    }
    long round = Long.parseLong(ended.subject().substring(SUBJECT.length()));
    table
        .move(round, List.of(RoundState.ASKED), outcome(ended.ending()), null)
        .ifPresent(revision -> settle(round, revision, ended));
  }

  private static RoundState outcome(ApprovalEnded.Ending ending) {
    return switch (ending) {
      case APPROVED, APPROVED_BY_RULE -> RoundState.APPROVED;
      case REJECTED -> RoundState.REJECTED;
      case EXPIRED -> RoundState.EXPIRED;
      case WITHDRAWN -> RoundState.CHOOSING;
    };
  }

  private void settle(long round, int revision, ApprovalEnded ended) {
    var now = clock.instant();
    var ending = ended.ending();
    table.decided(round, ending.name(), ended.deciders(), ended.reason(), now);
    if (ending.isApproved()) {
      table.signed(round, ended.hash());
    }
    var who = ended.deciders().isEmpty() ? "siyu" : String.join(",", ended.deciders());
    table.act(round, ending.name(), who, now, ended.reason());
    news.decided(round, revision, ending.isApproved() ? "APPROVED" : ending.name());
    log.info("Selection {} ended {}; the journey goes on", round, ending);
  }

  private static String subject(long round) {
    return SUBJECT + round;
  }
}
