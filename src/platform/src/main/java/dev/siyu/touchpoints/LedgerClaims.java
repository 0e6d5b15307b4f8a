package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import dev.siyu.touchpoints.ContactFacts.Made;
import dev.siyu.touchpoints.ContactRule.Question;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a batch of touches and writes the claims, in one transaction.
 *
 * <p>Caps hold because decisions about one customer happen one after the other: an advisory lock
 * per customer, taken for the whole batch in one statement. It is the cheapest correct way: a row
 * lock on the customer would dirty a page per touch and wait for the inbox, a guarded insert would
 * have to repeat every rule in SQL.
 */
@Component
class LedgerClaims {

  private final TransactionTemplate transactions;
  private final LedgerFacts ledgerFacts;
  private final LedgerRows rows;
  private final RuleSettings settings;
  private final ZoneId companyZone;
  private final Clock clock;

  LedgerClaims(
      TransactionTemplate transactions,
      LedgerFacts ledgerFacts,
      LedgerRows rows,
      RuleSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone,
      Clock clock) {
    this.transactions = transactions;
    this.ledgerFacts = ledgerFacts;
    this.rows = rows;
    this.settings = settings;
    this.companyZone = companyZone;
    this.clock = clock;
  }

  List<Claim> claim(List<Touch> touches) {
    return transactions.execute(
        status -> {
          rows.lock(touches.stream().map(touch -> touch.key().customer()).toList());
          var now = clock.instant();
          var batch = new Batch(now);
          var known = ledgerFacts.of(touches, now);
          for (int n = 0; n < touches.size(); n++) {
            batch.decide(touches.get(n), known.get(n));
          }
          return batch.write();
        });
  }

  /** Decides one touch after the other, each seeing what was claimed before it in this batch. */
  private final class Batch {
    private final Instant now;
    private final List<TouchOutcome> told = new ArrayList<>();
    private final List<TouchKey> keys = new ArrayList<>();
    private final Map<TouchKey, LedgerRows.Decision> decisions = new HashMap<>();
    private final Map<CustomerId, List<Made>> claimedNow = new HashMap<>();

    Batch(Instant now) {
      this.now = now;
    }

    void decide(Touch touch, LedgerFacts.Known known) {
      keys.add(touch.key());
      if (decisions.containsKey(touch.key())) {
        told.add(underWay()); // asked twice in one batch: the first one decides
        return;
      }
      var hash = hash(touch);
      var standing = known.standing();
      var answer = standing == null ? null : standing.answer(hash, now, settings.callTimeout());
      if (answer != null) {
        told.add(answer);
      } else if (standing != null && standing.isOverdue(now, settings.callTimeout())) {
        unknown(touch, hash);
      } else {
        rules(touch, hash, known.facts());
      }
    }

    private void unknown(Touch touch, String hash) {
      var reason = "已发起调用，但没有记录到结果";
      told.add(new TouchOutcome.Unknown("SIYU-3003", reason));
      decisions.put(
          touch.key(),
          LedgerRows.Decision.of(touch, hash, TouchState.UNKNOWN, "SIYU-3003", reason, null));
    }

    private void rules(Touch touch, String hash, ContactFacts facts) {
      var mine = claimedNow.computeIfAbsent(touch.key().customer(), id -> new ArrayList<>());
      var question = new Question(touch, with(facts, mine), settings, companyZone, now);
      var refusal = ContactRules.refusal(question).orElse(null);
      if (refusal == null) {
        mine.add(
            new Made(touch.medium(), Objects.requireNonNullElse(touch.staffUserId(), ""), now));
        told.add(underWay());
        decisions.put(
            touch.key(), LedgerRows.Decision.of(touch, hash, TouchState.PENDING, null, null, null));
      } else {
        told.add(new TouchOutcome.Refused(refusal.rule(), refusal.reason(), refusal.notBefore()));
        decisions.put(
            touch.key(),
            LedgerRows.Decision.of(
                touch,
                hash,
                TouchState.REFUSED,
                refusal.rule(),
                refusal.reason(),
                refusal.notBefore()));
      }
    }

    /** A granted claim goes to the first asker of its key; all others hear how it stands. */
    List<Claim> write() {
      var granted = new HashMap<>(rows.write(List.copyOf(decisions.values()), now));
      var claims = new ArrayList<Claim>();
      for (int n = 0; n < keys.size(); n++) {
        var claim = granted.remove(keys.get(n));
        claims.add(claim != null ? claim : new Claim.Told(told.get(n)));
      }
      return claims;
    }

    private TouchOutcome underWay() {
      return new TouchOutcome.Retryable("SIYU-3002", "调用进行中", settings.callTimeout());
    }
  }

  private static ContactFacts with(ContactFacts facts, List<Made> more) {
    return new ContactFacts(
        facts.known(),
        facts.consent(),
        facts.zone(),
        facts.relatedSince(),
        facts.leftAt(),
        facts.lastPaidAt(),
        facts.contentApproved(),
        Stream.concat(facts.made().stream(), more.stream()).toList());
  }

  static String hash(Touch touch) {
    var request =
        String.join(
            "\n",
            touch.medium().name(),
            touch.content(),
            Objects.requireNonNullElse(touch.staffUserId(), ""));
    return DigestUtils.sha256Hex(request);
  }
}
