package dev.siyu.touchpoints;

import dev.siyu.pauses.JourneyEndings;
import dev.siyu.pauses.JourneyPauses;
import dev.siyu.touchpoints.ContactRule.Question;
import dev.siyu.touchpoints.ContactRule.Refusal;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the contact rules again about a mass send that was created but not sent. */
@Component
class MassSendRules {

  private final LedgerFacts ledgerFacts;
  private final RuleSettings settings;
  private final JourneyPauses pauses;
  private final JourneyEndings endings;
  private final ZoneId companyZone;

  MassSendRules(
      LedgerFacts ledgerFacts,
      RuleSettings settings,
      JourneyPauses pauses,
      JourneyEndings endings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.ledgerFacts = ledgerFacts;
    this.settings = settings;
    this.pauses = pauses;
    this.endings = endings;
    this.companyZone = companyZone;
  }

  /** What speaks against the touch now, sent by {@code staffUserId}; it does not count itself. */
  Optional<Refusal> refusal(Unsent unsent, String staffUserId, Instant now) {
    return refusals(List.of(by(unsent.touch(), staffUserId)), now).getFirst();
  }

  /**
   * The reason to give up the whole task: its journey is paused, every run it is for was ended by a
   * person, or every customer it is for is out of bounds for good.
   */
  Optional<Refusal> withdrawal(List<Unsent> unsent, Instant now) {
    if (unsent.stream().allMatch(u -> pauses.isPaused(u.touch().key().journey()))) {
      return Optional.of(new Refusal("journey-paused", "旅程已暂停", null));
    }
    if (unsent.stream().allMatch(u -> isEnded(u.touch().key()))) {
      return Optional.of(new Refusal("journey-ended", "这段旅程已由人结束", null));
    }
    var refusals = refusals(unsent.stream().map(Unsent::touch).toList(), now);
    boolean forGood =
        refusals.stream().allMatch(r -> r.filter(one -> one.notBefore() == null).isPresent());
    return forGood ? refusals.getFirst() : Optional.empty();
  }

  private boolean isEnded(TouchKey key) {
    return endings.isEnded(key.journey(), key.customer().value(), key.occurrence());
  }

  private List<Optional<Refusal>> refusals(List<Touch> touches, Instant now) {
    var known = ledgerFacts.of(touches, now);
    return IntStream.range(0, touches.size())
        .mapToObj(n -> refusal(touches.get(n), known.get(n), now))
        .toList();
  }

  private Optional<Refusal> refusal(Touch touch, LedgerFacts.Known known, Instant now) {
    var standing = known.standing();
    var claimed = standing == null ? null : standing.claimedAt();
    var others = claimed == null ? known.facts() : known.facts().without(touch.medium(), claimed);
    return ContactRules.refusal(new Question(touch, others, settings, companyZone, now));
  }

  private static Touch by(Touch touch, String staffUserId) {
    return new Touch(
        touch.key(),
        touch.medium(),
        touch.content(),
        staffUserId,
        touch.nudgesSince(),
        touch.elementInstanceKey(),
        touch.answers(),
        touch.priority());
  }
}
