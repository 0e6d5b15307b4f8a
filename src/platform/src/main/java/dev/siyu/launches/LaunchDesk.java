package dev.siyu.launches;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.Approvals;
import dev.siyu.journeys.Candidates;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.LaunchRefused.Why;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with launches; each act is one transaction with what it tells. */
@Component
class LaunchDesk implements Launches {

  private static final Said EDITED = new Said("已修改，需要重新审批", "edited, people are asked again");

  private final LaunchTable table;
  private final LaunchNews news;
  private final LaunchFigures figures;
  private final LaunchStops stops;
  private final Reach reach;
  private final Candidates journeys;
  private final Approvals approvals;
  private final TransactionTemplate transactions;
  private final Clock clock;

  LaunchDesk(
      LaunchTable table,
      LaunchNews news,
      LaunchFigures figures,
      LaunchStops stops,
      Reach reach,
      Candidates journeys,
      Approvals approvals,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.news = news;
    this.figures = figures;
    this.stops = stops;
    this.reach = reach;
    this.journeys = journeys;
    this.approvals = approvals;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<Launch> list(@Nullable String processId) {
    return table.list(processId);
  }

  @Override
  public Optional<Whole> find(long id) {
    return table
        .find(id)
        .map(launch -> new Whole(launch, news.of(id), figures.of(launch, clock.instant())));
  }

  @Override
  public long people(Audience audience, int percent, @Nullable String tag, boolean thenAll) {
    return reach.people(audience, percent, tag, thenAll);
  }

  @Override
  public long ask(Wish wish, String actor) {
    var checked = checked(wish);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              long people = people(wish);
              long id =
                  table
                      .ask(
                          checked.processId,
                          wish,
                          checked.fingerprint,
                          people,
                          actor,
                          clock.instant())
                      .orElseThrow(
                          () -> new LaunchRefused(Why.OPEN_ALREADY, checked.processId + ": open"));
              putToApproval(id, actor, "ASKED");
              return id;
            }));
  }

  @Override
  public void edit(long id, Wish wish, String actor) {
    var checked = checked(wish);
    transactions.executeWithoutResult(
        status -> {
          var before = table.find(id).orElseThrow(() -> unknown(id));
          boolean changed =
              table.edit(
                  id,
                  checked.processId,
                  wish,
                  checked.fingerprint,
                  people(wish),
                  actor,
                  clock.instant());
          if (!changed) {
            throw changed(id);
          }
          // whatever its state was a moment ago: nothing follows a request that is not approved
          news.over(before, false, EDITED);
          putToApproval(id, actor, "EDITED");
        });
  }

  private record Checked(String processId, String fingerprint) {}

  private Checked checked(Wish wish) {
    WishRules.check(wish, clock.instant());
    journeys.check(wish.xml());
    var plan = DrawingPlan.of(wish.xml());
    if (wish.audience() != Audience.ALL) {
      var live =
          journeys
              .live(plan.processId())
              .orElseThrow(
                  () -> new LaunchRefused(Why.NOTHING_LIVE, plan.processId() + ": none is live"));
      if (Collections.disjoint(
          plan.entries().keySet(), DrawingPlan.of(live.xml()).entries().keySet())) {
        throw new LaunchRefused(
            Why.BAD_INPUT, "drawing (expected: starts by a message the live version starts by)");
      }
    }
    return new Checked(plan.processId(), journeys.fingerprint(wish.xml()));
  }

  private long people(Wish wish) {
    return reach.people(wish.audience(), wish.percent(), wish.tag(), wish.thenAll());
  }

  /** The hash is bound first: the request it voids must not end the launch. */
  private void putToApproval(long id, String actor, String what) {
    var launch = table.find(id).orElseThrow();
    var hash = journeys.checksum(LaunchPaper.content(launch));
    table.bind(id, "", hash);
    var name = approvals.ask(LaunchPaper.of(launch));
    table.bind(id, name, hash);
    var zh = LaunchPaper.audienceZh(launch.wish()) + "，" + launch.wish().comment();
    var en = LaunchPaper.audienceEn(launch.wish()) + ", " + launch.wish().comment();
    news.note(id, what, actor, new Said(zh, en), clock.instant());
  }

  @Override
  public void withdraw(long id, String reason, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var launch = table.find(id).orElseThrow(() -> unknown(id));
          approvals.withdraw(ApprovalKind.LAUNCH, LaunchPaper.subject(id), reason, actor);
          // an open request that is taken back has moved it already
          boolean moved =
              table.move(
                  id,
                  List.of(LaunchState.ASKED, LaunchState.APPROVED),
                  LaunchState.WITHDRAWN,
                  null,
                  clock.instant());
          if (!moved && launch.state() != LaunchState.ASKED) {
            throw changed(id);
          }
          news.note(id, "WITHDRAWN", actor, new Said(reason, reason), clock.instant());
          news.over(launch, false, new Said("已撤回：" + reason, "withdrawn: " + reason));
        });
  }

  @Override
  public void widen(long id, @Nullable String reason, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var launch = table.find(id).orElseThrow(() -> unknown(id));
          if (!launch.wish().thenAll()) {
            throw new LaunchRefused(Why.NOT_YET, "all customers were not approved");
          }
          if (reason == null && !figures.of(launch, clock.instant()).enough()) {
            throw new LaunchRefused(Why.NOT_YET, "the guard has not seen enough");
          }
          var from = List.of(LaunchState.CANARY);
          if (!table.move(id, from, LaunchState.WIDENING, null, clock.instant())) {
            throw changed(id);
          }
          var zh = reason == null ? "观察期未见变差，扩大到全部客户" : "扩大到全部客户：" + reason;
          var en =
              reason == null ? "no harm seen, to all customers" : "to all customers: " + reason;
          news.note(id, "WIDENING", actor, new Said(zh, en), clock.instant());
        });
  }

  @Override
  public void stop(long id, String reason, String actor) {
    var launch = table.find(id).orElseThrow(() -> unknown(id));
    if (!stops.stop(launch, actor, new Said(reason, reason), clock.instant())) {
      throw changed(id);
    }
  }

  private static LaunchRefused unknown(long id) {
    return new LaunchRefused(Why.UNKNOWN, "launch " + id);
  }

  private static LaunchRefused changed(long id) {
    return new LaunchRefused(Why.CHANGED, "launch " + id + " is in another state by now");
  }
}
