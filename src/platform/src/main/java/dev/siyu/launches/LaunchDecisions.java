package dev.siyu.launches;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.launches.LaunchNews.Said;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Acts on what people decided, in the transaction in which the request ends. */
@Component
class LaunchDecisions {

  private final LaunchTable table;
  private final LaunchNews news;
  private final Clock clock;

  LaunchDecisions(LaunchTable table, LaunchNews news, Clock clock) {
    this.table = table;
    this.news = news;
    this.clock = clock;
  }

  @EventListener
  void ended(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.LAUNCH || !ended.subject().startsWith(LaunchPaper.SUBJECT)) {
      return;
    }
    long id = Long.parseLong(ended.subject().substring(LaunchPaper.SUBJECT.length()));
    var to = outcome(ended.ending());
    // an edit voids the request before it: that one's hash is another
    if (table.move(id, List.of(LaunchState.ASKED), to, ended.hash(), clock.instant())) {
      var who = ended.deciders().isEmpty() ? "siyu" : String.join(",", ended.deciders());
      var launch = table.find(id).orElseThrow();
      news.tell(launch, ended.id(), to.name(), who, said(to, ended.reason()), clock.instant());
    }
  }

  private static Said said(LaunchState to, String reason) {
    var why = reason.isBlank() ? "" : "：" + reason;
    var whyEn = reason.isBlank() ? "" : ": " + reason;
    return switch (to) {
      case APPROVED -> new Said("已批准" + why, "approved" + whyEn);
      case REFUSED -> new Said("未批准" + why, "not approved" + whyEn);
      case EXPIRED -> new Said("过期未决" + why, "nobody decided in time" + whyEn);
      case WITHDRAWN -> new Said("已撤回" + why, "withdrawn" + whyEn);
      case ASKED, PLACING, CANARY, WIDENING, STOPPING, ALL, STOPPED -> throw new AssertionError(to);
    };
  }

  private static LaunchState outcome(ApprovalEnded.Ending ending) {
    return switch (ending) {
      case APPROVED, APPROVED_BY_RULE -> LaunchState.APPROVED;
      case REJECTED -> LaunchState.REFUSED;
      case EXPIRED -> LaunchState.EXPIRED;
      case WITHDRAWN -> LaunchState.WITHDRAWN;
    };
  }
}
