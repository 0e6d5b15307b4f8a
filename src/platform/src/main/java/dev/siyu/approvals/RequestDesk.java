package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes requests, ends them once and hands out what was approved once. */
@Component
class RequestDesk implements Approvals {

  private static final String TAKEN_BACK = Messages.APPROVAL_WITHDRAWN;
  private static final Logger log = LoggerFactory.getLogger(RequestDesk.class);
  private static final Duration HEARD_WITHIN = Duration.ofHours(1);

  private final RequestTable table;
  private final LastGate gate;
  private final JourneyMessages journeys;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ApprovalSettings settings;

  RequestDesk(
      RequestTable table,
      LastGate gate,
      JourneyMessages journeys,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock,
      ApprovalSettings settings) {
    this.table = table;
    this.gate = gate;
    this.journeys = journeys;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public String ask(ApprovalRequest request) {
    return transactions.execute(
        status -> {
          table.lock(request.kind(), request.subject());
          var open = table.open(request.kind(), request.subject()).orElse(null);
          if (open != null && open.hash().equals(DigestUtils.sha256Hex(request.content()))) {
            return open.name();
          }
          if (open != null) {
            takeBack(open, "内容已修改，原审批作废 / edited, this request is void");
          }
          return opened(request);
        });
  }

  @Override
  public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
    return transactions.execute(
        status ->
            table
                .open(kind, subject)
                .map(open -> takeBack(open, reason + " (" + actor + ")"))
                .orElse(false));
  }

  @Override
  public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
    var hash = DigestUtils.sha256Hex(content);
    var used = table.redeem(kind, subject, hash, clock.instant()).map(id -> "A" + id);
    if (used.isEmpty()) {
      gate.refused(kind, subject, hash);
    }
    return used;
  }

  /** Ends a request and tells everybody in the same transaction; false when it had ended before. */
  boolean end(AskedRequest asked, Ending ending, List<String> deciders, String reason) {
    var now = clock.instant();
    var validUntil = ending.isApproved() ? now.plus(settings.valid()) : null;
    return transactions.execute(
        status -> {
          if (!table.end(asked.id(), ending, deciders, reason, now, validUntil)) {
            return false;
          }
          log.info("Approval {} ended {}; its subject is told", asked.name(), ending);
          var request = asked.request();
          events.publishEvent(
              new ApprovalEnded(
                  asked.name(),
                  request.kind(),
                  request.subject(),
                  asked.hash(),
                  ending,
                  deciders,
                  reason));
          return true;
        });
  }

  private boolean takeBack(AskedRequest open, String reason) {
    if (!end(open, Ending.WITHDRAWN, List.of(), reason)) {
      return false;
    }
    var facts = Map.<String, Object>of("at", clock.instant().toString());
    journeys.announce(
        List.of(
            new Announcement(
                TAKEN_BACK + ":" + open.name(), TAKEN_BACK, open.name(), HEARD_WITHIN, facts)));
    return true;
  }

  private String opened(ApprovalRequest request) {
    var now = clock.instant();
    var name = "A" + table.add(request, now);
    var start = startOf(request.kind());
    journeys.announce(
        List.of(
            new Announcement(
                start + ":" + name, start, name, Duration.ZERO, facts(request, name, now))));
    return name;
  }

  /** Kinds with a drawing of their own start with a message of their own. */
  private static String startOf(ApprovalKind kind) {
    return switch (kind) {
      case AGREEMENT -> Messages.APPROVAL_ASKED_AGREEMENT;
      case ATTRIBUTION -> Messages.APPROVAL_ASKED_ATTRIBUTION;
      case LAUNCH -> Messages.APPROVAL_ASKED_LAUNCH;
      case SETTLEMENT, CORRECTION, DISPUTE, PRODUCT, SELECTION, READINESS ->
          Messages.APPROVAL_ASKED;
    };
  }

  private static Map<String, Object> facts(ApprovalRequest request, String name, Instant now) {
    var facts = new HashMap<String, Object>();
    facts.put("approvalId", name);
    facts.put("kind", request.kind().name());
    facts.put("requestedBy", request.requestedBy());
    facts.put("at", now.toString());
    return facts;
  }
}
