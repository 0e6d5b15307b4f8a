package dev.siyu.fission;

import dev.siyu.customers.CustomerId;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.fission.HelperTable.Judged;
import dev.siyu.inbox.ContactArrived;
import dev.siyu.inbox.ContactDeparted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Judges everybody who arrives by an inviter's code; in the transaction of the event. */
@Component
class Helpers {

  static final String HELPED = "fission-helped";
  static final String VALID = "VALID";
  private static final String SUSPECT = "SUSPECT";

  /** Heard late it is without harm: the deadline looks at the facts as well. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final HelperTable table;
  private final Screening screening;
  private final JourneyMessages journeys;
  private final SuspectNotice notice;

  Helpers(HelperTable table, Screening screening, JourneyMessages journeys, SuspectNotice notice) {
    this.table = table;
    this.screening = screening;
    this.journeys = journeys;
    this.notice = notice;
  }

  @EventListener
  void arrived(ContactArrived arrived) {
    var id = Codes.inviterOf(arrived.state()).orElse(-1L);
    table.inviter(id).ifPresent(inviter -> helps(inviter, id, arrived));
  }

  private void helps(HelperTable.Inviter inviter, long id, ContactArrived arrived) {
    var facts = table.facts(id, arrived.customer(), arrived.at());
    var judged = judged(facts);
    boolean fresh = table.add(inviter, id, arrived.customer(), judged, facts.words(), arrived.at());
    if (fresh && judged.state().equals(VALID)) {
      tell(inviter.customer(), "helper:" + id + ":" + arrived.customer().value(), arrived.at());
    } else if (fresh && judged.state().equals(SUSPECT)) {
      notice.about(inviter.campaignId(), arrived.staffUserId(), arrived.at());
    }
  }

  private Judged judged(HelperFacts facts) {
    return HelperRules.objection(facts)
        .map(rule -> new Judged("INVALID", rule.name(), rule.reason()))
        .orElseGet(
            () -> {
              var verdict = screening.on(facts);
              return new Judged(verdict.state(), "screening", verdict.reason());
            });
  }

  @EventListener
  void departed(ContactDeparted departed) {
    table.left(departed.customer(), departed.at());
  }

  /** A person decided; false when somebody did before. */
  boolean decide(long helper, boolean valid, String reason, String who, Instant now) {
    var inviter = table.decide(helper, valid, reason, who, now);
    if (valid) {
      inviter
          .flatMap(table::inviter)
          .ifPresent(one -> tell(one.customer(), "helper-decided:" + helper, now));
    }
    return inviter.isPresent();
  }

  private void tell(CustomerId inviter, String key, Instant at) {
    journeys.announce(
        List.of(
            new Announcement(
                "fission-" + key, HELPED, inviter.value(), PATIENCE, Map.of("at", at.toString()))));
  }
}
