package dev.siyu.launches;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.Approvals;
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

  private final LaunchTable table;
  private final LaunchNews news;
  private final Candidates journeys;
  private final JourneyStudio studio;
  private final Approvals approvals;
  private final TransactionTemplate transactions;

  LaunchEffect(
      LaunchTable table,
      LaunchNews news,
      Candidates journeys,
      JourneyStudio studio,
      Approvals approvals,
      TransactionTemplate transactions) {
    this.table = table;
    this.news = news;
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
          boolean same = journeys.fingerprint(launch.wish().xml()).equals(launch.fingerprint());
          var content = LaunchPaper.content(launch);
          if (!same
              || approvals
                  .redeem(ApprovalKind.LAUNCH, LaunchPaper.subject(launch.id()), content)
                  .isEmpty()) {
            table.move(launch.id(), List.of(LaunchState.PLACING), LaunchState.EXPIRED, null, now);
            var said =
                new Said(
                    "批准已失效：内容、表单已变化或批准已过期，请重新申请",
                    "the approval is void: drawing or forms changed, or it has expired; ask again");
            news.tell(launch, "EXPIRED", "siyu", said, now);
          }
        });
  }

  /** For launches in PLACING or WIDENING. */
  void place(Launch launch, Instant now) {
    try {
      boolean all =
          launch.state() == LaunchState.WIDENING || launch.wish().audience() == Audience.ALL;
      if (!journeys.checksum(LaunchPaper.content(launch)).equals(table.hash(launch.id()))) {
        throw new IllegalStateException("SIYU-3657 launch " + launch.id() + " is not as approved");
      }
      if (all) {
        forAll(launch, now);
      } else {
        forSome(launch, now);
      }
    } catch (DrawingRefused refused) {
      var why = refused.findings().getFirst().message();
      var from = List.of(LaunchState.PLACING, LaunchState.WIDENING);
      table.move(launch.id(), from, LaunchState.STOPPED, null, now);
      var said = new Said("图不再符合规则：" + why, "the drawing breaks a rule by now: " + why);
      news.tell(launch, "STOPPED", "siyu", said, now);
    }
  }

  private void forAll(Launch launch, Instant now) {
    var done = studio.deploy(launch.wish().xml(), comment(launch), launch.askedBy());
    var placed =
        new Placed(
            done.version(),
            done.definitionKey(),
            Set.of(),
            launch.baseVersion(),
            launch.baseChecksum());
    if (table.placed(launch.id(), LaunchState.ALL, placed, now)) {
      var zh = "第 %d 版对全部客户生效".formatted(done.version());
      var en = "version %d is live for all customers".formatted(done.version());
      news.tell(launch, "ALL", "siyu", new Said(zh, en), now);
    }
  }

  private void forSome(Launch launch, Instant now) {
    var live = journeys.live(launch.processId()).orElseThrow();
    var done = journeys.place(launch.wish().xml(), comment(launch), launch.askedBy());
    var messages = new HashSet<>(DrawingPlan.of(launch.wish().xml()).entries().keySet());
    messages.retainAll(DrawingPlan.of(live.xml()).entries().keySet());
    var placed =
        new Placed(done.version(), done.definitionKey(), messages, live.version(), live.checksum());
    if (table.placed(launch.id(), LaunchState.CANARY, placed, now)) {
      var zh = "第 %d 版对%s生效，开始观察".formatted(done.version(), LaunchPaper.audienceZh(launch.wish()));
      var en =
          "version %d is live for %s and watched"
              .formatted(done.version(), LaunchPaper.audienceEn(launch.wish()));
      news.tell(launch, "CANARY", "siyu", new Said(zh, en), now);
    }
  }

  private static String comment(Launch launch) {
    var comment = "L" + launch.id() + " " + launch.wish().comment();
    return comment.length() <= 500 ? comment : comment.substring(0, 500);
  }
}
