package dev.siyu.launches;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.Approvals;
import dev.siyu.engine.EngineRefused;
import dev.siyu.journeys.Candidates;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.journeys.DrawingRefused;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.launches.LaunchNews.Said;
import dev.siyu.launches.LaunchTable.Placed;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Launch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what was approved into the engine. The approval is used up first; the engine may be asked
 * again after a crash, which costs a version number and nothing else.
 */
@Component
class LaunchEffect {

  private static final String FOR_GOOD = "SIYU-4003";

  private final LaunchTable table;
  private final LaunchNews news;
  private final LaunchFigures figures;
  private final LaunchStops stops;
  private final Candidates journeys;
  private final JourneyStudio studio;
  private final Approvals approvals;
  private final TransactionTemplate transactions;

  LaunchEffect(
      LaunchTable table,
      LaunchNews news,
      LaunchFigures figures,
      LaunchStops stops,
      Candidates journeys,
      JourneyStudio studio,
      Approvals approvals,
      TransactionTemplate transactions) {
    this.table = table;
    this.news = news;
    this.figures = figures;
    this.stops = stops;
    this.journeys = journeys;
    this.studio = studio;
    this.approvals = approvals;
    this.transactions = transactions;
  }

  /** Uses the approval up, when these very bytes were approved and it has not expired. */
  void begin(Launch launch, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          var from = List.of(LaunchState.APPROVED);
          if (!table.move(launch.id(), from, LaunchState.PLACING, null, now)) {
            return;
          }
          // with the fingerprint of now, so that anything but what was approved is kept as refused
          var fingerprint = journeys.fingerprint(launch.wish().xml());
          var effect = LaunchPaper.content(launch, fingerprint);
          var used =
              approvals.redeem(ApprovalKind.LAUNCH, LaunchPaper.subject(launch.id()), effect);
          if (used.isEmpty() || !fingerprint.equals(launch.fingerprint())) {
            table.move(launch.id(), List.of(LaunchState.PLACING), LaunchState.EXPIRED, null, now);
            var said =
                new Said(
                    "批准已失效：内容、表单已变化或批准已过期，请重新申请",
                    "the approval is void: drawing or forms changed, or it has expired; ask again");
            news.tell(launch, "EXPIRED", "siyu", said, now);
            news.over(launch, false, said);
          }
        });
  }

  /** For launches in PLACING or WIDENING. */
  void place(Launch launch, Instant now) {
    if (!isAsApproved(launch)) {
      stop(
          launch,
          "SIYU-3657 图、表单或范围与批准的不一致，没有生效，请重新申请",
          "SIYU-3657 drawing, forms or audience are not as approved; nothing took effect, ask again",
          now);
      return;
    }
    try {
      if (launch.state() == LaunchState.WIDENING || launch.wish().audience() == Audience.ALL) {
        forAll(launch, now);
      } else {
        forSome(launch, now);
      }
    } catch (DrawingRefused refused) {
      var why = refused.findings().getFirst().message();
      stop(launch, "图不再符合规则：" + why, "the drawing breaks a rule by now: " + why, now);
    } catch (EngineRefused refused) {
      if (!refused.code().equals(FOR_GOOD)) {
        throw refused;
      }
      stop(
          launch,
          "引擎不接受：" + refused.getMessage(),
          refused.code() + " " + refused.getMessage(),
          now);
    }
  }

  /** Every time: weeks and a release may lie between the trial and all customers. */
  private boolean isAsApproved(Launch launch) {
    return journeys.fingerprint(launch.wish().xml()).equals(launch.fingerprint())
        && journeys.checksum(LaunchPaper.content(launch)).equals(table.hash(launch.id()));
  }

  private void stop(Launch launch, String zh, String en, Instant now) {
    stops.stop(launch, "siyu", new Said(zh, en), now);
  }

  /** Who stops it meanwhile waits, and reads that it is live. */
  private void forAll(Launch launch, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          if (table.hold(launch.id())) {
            live(launch, now);
          }
        });
  }

  private void live(Launch launch, Instant now) {
    var done = studio.deploy(launch.wish().xml(), comment(launch), launch.askedBy());
    var placed =
        new Placed(
            done.version(),
            done.definitionKey(),
            Set.of(),
            launch.baseVersion(),
            launch.baseChecksum());
    if (table.placed(launch.id(), LaunchState.ALL, placed, now)) {
      figures.keep(launch, now);
      var zh = "第 %d 版对全部客户生效".formatted(done.version());
      var en = "version %d is live for all customers".formatted(done.version());
      news.tell(launch, "ALL", "siyu", new Said(zh, en), now);
      news.over(launch, true, new Said(zh, en));
    }
  }

  /** The live version is read behind it: it was brought back under a new number. */
  private void forSome(Launch launch, Instant now) {
    var done = journeys.place(launch.wish().xml(), comment(launch), launch.askedBy());
    var live = journeys.live(launch.processId()).orElseThrow();
    var messages = new HashSet<>(DrawingPlan.of(launch.wish().xml()).entries().keySet());
    messages.retainAll(DrawingPlan.of(live.xml()).entries().keySet());
    var placed =
        new Placed(done.version(), done.definitionKey(), messages, live.version(), live.checksum());
    var zh = "第 %d 版对%s生效，开始观察".formatted(done.version(), LaunchPaper.audienceZh(launch.wish()));
    var en =
        "version %d is live for %s and watched"
            .formatted(done.version(), LaunchPaper.audienceEn(launch.wish()));
    transactions.executeWithoutResult(
        status -> {
          if (table.placed(launch.id(), LaunchState.CANARY, placed, now)) {
            news.tell(launch, "CANARY", "siyu", new Said(zh, en), now);
          }
        });
  }

  private static String comment(Launch launch) {
    var comment = "L" + launch.id() + " " + launch.wish().comment();
    return comment.length() <= 500 ? comment : comment.substring(0, 500);
  }
}
