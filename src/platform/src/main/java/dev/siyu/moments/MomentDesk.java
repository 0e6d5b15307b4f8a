package dev.siyu.moments;

import dev.siyu.accounts.Accounts;
import dev.siyu.content.Contents;
import dev.siyu.moments.PlanTable.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with moments. */
@Component
class MomentDesk implements MomentPlans {

  private final PlanTable plans;
  private final SenderTable senders;
  private final MomentReads reads;
  private final Pieces pieces;
  private final Contents contents;
  private final Rounds rounds;
  private final Accounts accounts;
  private final MonthQuota month;
  private final MomentSettings settings;
  private final Clock clock;
  private final TransactionTemplate transactions;

  MomentDesk(
      PlanTable plans,
      SenderTable senders,
      MomentReads reads,
      Pieces pieces,
      Contents contents,
      Rounds rounds,
      Accounts accounts,
      MonthQuota month,
      MomentSettings settings,
      Clock clock,
      TransactionTemplate transactions) {
    this.plans = plans;
    this.senders = senders;
    this.reads = reads;
    this.pieces = pieces;
    this.contents = contents;
    this.rounds = rounds;
    this.accounts = accounts;
    this.month = month;
    this.settings = settings;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public Choices choices() {
    var copy = pieces.all().stream().map(one -> new Choice(one.key(), one.title(), 0)).toList();
    return new Choices(copy, reads.accounts(), reads.tags());
  }

  @Override
  public Quota quota() {
    var now = clock.instant();
    return new Quota(month.created(now), settings.perMonth(), month.next(now));
  }

  @Override
  public Preview preview(Order order) {
    var at = awake(order.publishAt());
    var audience =
        reads.audience(order.accounts(), order.tags(), accounts.day(at), settings.seenPerDay());
    return new Preview(
        contents.render(order.content(), Map.of()).orElse(""),
        audience.customers(),
        audience.capped(),
        at.equals(order.publishAt()) ? null : at);
  }

  @Override
  public long plan(Order order, String who) {
    var now = clock.instant();
    var refusal = refusal(order, now);
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long id = plans.insert(order, awake(order.publishAt()), who, now);
              senders.add(id, order.accounts());
              plans.note(id, MomentState.PLANNED.name(), who, null, now);
              return id;
            }));
  }

  /** The rules that can be asked before its time; all are asked again then. */
  private @Nullable MomentRefused refusal(Order order, Instant now) {
    if (order.publishAt().isBefore(now)) {
      return new MomentRefused(
          "SIYU-3456", "publishAt: " + order.publishAt() + " (expected: not before " + now + ")");
    }
    if (order.accounts().isEmpty() || order.accounts().size() > settings.accounts()) {
      return new MomentRefused(
          "SIYU-3456",
          "accounts: " + order.accounts().size() + " (expected: 1.." + settings.accounts() + ")");
    }
    var known = accounts.standings().stream().map(one -> one.account().userId()).toList();
    var strangers = order.accounts().stream().filter(one -> !known.contains(one)).toList();
    if (!strangers.isEmpty()) {
      return new MomentRefused("SIYU-3456", "accounts: " + strangers + " (expected: our accounts)");
    }
    var piece = pieces.approved(order.content());
    var facts =
        new MomentRules.Facts(
            piece.isPresent(),
            piece.map(Pieces.Approved::attachments).orElse(List.of()),
            0,
            order.accounts().size());
    return MomentRules.objection(facts, settings)
        .map(no -> new MomentRefused("SIYU-3455", no.reason()))
        .orElse(null);
  }

  @Override
  public List<View> all() {
    return reads.newest();
  }

  @Override
  public Optional<Detail> find(long id) {
    return reads.find(id).map(view -> new Detail(view, reads.senders(id), reads.events(id)));
  }

  @Override
  public void cancel(long id, String reason, String who) {
    var now = clock.instant();
    var plan = plans.find(id).orElseThrow(() -> new MomentRefused("SIYU-3454", "no moment " + id));
    boolean done =
        switch (plan.state()) {
          case PLANNED, UNKNOWN ->
              plans.move(id, MomentState.CANCELLED, Change.end(null, reason), now, who);
          case OPEN -> rounds.stop(plan, Plan.StopFor.PERSON, reason, who, now);
          case CREATING, BUILDING, STOPPING, PUBLISHED, PARTLY, TIMED_OUT, CANCELLED, REFUSED ->
              false;
        };
    if (!done) {
      throw new MomentRefused("SIYU-3454", plan.state() + " (expected: PLANNED, OPEN or UNKNOWN)");
    }
  }

  private Instant awake(Instant at) {
    return MomentRules.awake(at, settings, accounts.zone());
  }
}
