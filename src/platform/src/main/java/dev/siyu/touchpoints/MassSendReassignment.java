package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.ContactRule.Refusal;
import dev.siyu.touchpoints.LedgerEndings.Ending;
import dev.siyu.touchpoints.MassSendTask.Settled;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a mass send that was cancelled to another member who has the customer as a contact. As
 * every touch: claimed and committed, called, recorded; a call without answer is UNKNOWN and never
 * repeated, so no customer hears the same thing from two members.
 */
@Component
class MassSendReassignment {

  private static final Logger log = LoggerFactory.getLogger(MassSendReassignment.class);
  private static final String CANDIDATE =
      """
      WITH RECURSIVE chain AS (
        SELECT msg_id, staff_user_id, predecessor FROM mass_send_task WHERE msg_id = :msgId
        UNION
        SELECT m.msg_id, m.staff_user_id, m.predecessor FROM mass_send_task m
        JOIN chain ON m.msg_id = chain.predecessor)
      SELECT s.staff_user_id FROM customer_staff s
      WHERE s.until IS NULL AND s.staff_user_id NOT IN (SELECT staff_user_id FROM chain)
        AND s.customer_id = coalesce(
          (SELECT customer_id FROM customer_alias WHERE alias = :customer), :customer)
      ORDER BY s.since DESC, s.staff_user_id LIMIT 1
      """;
  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE touchpoint SET state = 'PENDING', staff_user_id = :staff, attempts = attempts + 1,
          claimed_at = :now, updated_at = :now
        WHERE id = :id AND state = 'QUEUED' AND provider_id = :msgId
        RETURNING id, attempts),
      logged AS (
        INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason, provider_id)
        SELECT id, :now, 'PENDING', 'REASSIGNED', :reason, :msgId FROM claimed)
      SELECT id, attempts FROM claimed
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final LedgerRows rows;
  private final LedgerEndings endings;
  private final MassSendRules rules;
  private final MassSendSettling settling;
  private final WeCom weCom;
  private final Enclosures enclosures;

  MassSendReassignment(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      LedgerRows rows,
      LedgerEndings endings,
      MassSendRules rules,
      MassSendSettling settling,
      WeCom weCom,
      Enclosures enclosures) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.rows = rows;
    this.endings = endings;
    this.rules = rules;
    this.settling = settling;
    this.weCom = weCom;
    this.enclosures = enclosures;
  }

  /** The member who could take it: has the customer as a contact and never had the task. */
  Optional<String> candidate(MassSendTask task, Unsent unsent) {
    return jdbc.sql(CANDIDATE)
        .param("msgId", task.msgId())
        .param("customer", unsent.touch().key().customer().value())
        .query(String.class)
        .optional();
  }

  /** Hands one customer on; true when its touch is done with the old task. */
  boolean handOn(MassSendTask task, Unsent unsent, Instant now) {
    var staff = candidate(task, unsent).orElse(null);
    var person = unsent.externalUserId();
    var said = task.said();
    if (staff == null || person == null || said == null) {
      expire(task, unsent, now);
      return true;
    }
    var decision = transactions.execute(status -> decide(task, unsent, staff, now));
    var claim = decision.claim();
    return claim == null
        ? refused(task, unsent, decision.refusal(), now)
        : call(task, claim, staff, () -> again(unsent, staff, person, said));
  }

  /** Both null: somebody else moved it meanwhile. */
  private record Decision(Claim.@Nullable Granted claim, @Nullable Refusal refusal) {}

  private Decision decide(MassSendTask task, Unsent unsent, String staff, Instant now) {
    rows.lock(List.of(unsent.touch().key().customer()));
    var refusal = rules.refusal(unsent, staff, now).orElse(null);
    return new Decision(refusal == null ? claim(task, unsent, staff, now) : null, refusal);
  }

  private Claim.@Nullable Granted claim(
      MassSendTask task, Unsent unsent, String staff, Instant now) {
    return jdbc.sql(CLAIM)
        .param("id", unsent.id())
        .param("msgId", task.msgId())
        .param("staff", staff)
        .param("reason", task.staffUserId() + " 没有确认，改由 " + staff + " 发送")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Claim.Granted(row.getLong("id"), row.getInt("attempts"), 0))
        .optional()
        .orElse(null);
  }

  /** A rule says no: for good ends it; for now keeps it waiting until the deadline. */
  private boolean refused(
      MassSendTask task, Unsent unsent, @Nullable Refusal refusal, Instant now) {
    if (refusal == null) {
      return true;
    }
    if (refusal.notBefore() == null) {
      settling.write(
          task.msgId(),
          List.of(new Settled(unsent.id(), TouchState.REFUSED, refusal.rule(), refusal.reason())),
          now);
      return true;
    }
    return false;
  }

  private CallResult<Receipt> again(Unsent unsent, String staff, String person, String said) {
    return enclosures
        .of(unsent.touch().content(), unsent.version())
        .then(all -> weCom.createMassSend(staff, List.of(person), said, all))
        .then(id -> new CallResult.Ok<>(new Receipt(id, true, said)));
  }

  private boolean call(
      MassSendTask task, Claim.Granted claim, String staff, Supplier<CallResult<Receipt>> create) {
    CallResult<Receipt> result;
    try {
      result = create.get();
    } catch (RuntimeException e) {
      log.error("SIYU-3004 handing on {} broke off; it is UNKNOWN until resolved", task.msgId(), e);
      result = new CallResult.Unknown<>("SIYU-3004", "调用中断：" + e.getClass().getSimpleName());
    }
    boolean again = result instanceof CallResult.Retryable<Receipt>;
    var ending =
        again
            ? Ending.backToQueue(claim, task.msgId())
            : endings.ending(claim, result).after(task.msgId(), task.deadline());
    endings.record(List.of(ending));
    log.info(
        "Mass send {} of {} handed to {}: {}{}",
        task.msgId(),
        task.staffUserId(),
        staff,
        result.getClass().getSimpleName(),
        again ? "; tried again" : "");
    return !again;
  }

  private void expire(MassSendTask task, Unsent unsent, Instant now) {
    settling.write(task.msgId(), List.of(MassSendFollowUp.expired(unsent)), now);
  }
}
