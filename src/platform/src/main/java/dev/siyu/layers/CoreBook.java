package dev.siyu.layers;

import dev.siyu.customers.CustomerGone;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.layers.CoreTable.Change;
import dev.siyu.layers.CoreTable.Member;
import dev.siyu.layers.CoreTable.State;
import dev.siyu.layers.CoreTable.Why;
import dev.siyu.layers.LayerTable.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What ends a membership, and what follows from it; in the caller's transaction. */
@Component
class CoreBook {

  private static final Duration WITHDRAWN = Duration.ofMinutes(1);

  private final CoreTable table;
  private final CoreRound round;
  private final Customers customers;
  private final JourneyMessages messages;
  private final CoreNotices notices;
  private final LayerSettings zone;
  private final CoreSettings settings;

  CoreBook(
      CoreTable table,
      CoreRound round,
      Customers customers,
      JourneyMessages messages,
      CoreNotices notices,
      LayerSettings zone,
      CoreSettings settings) {
    this.table = table;
    this.round = round;
    this.customers = customers;
    this.messages = messages;
    this.notices = notices;
    this.zone = zone;
    this.settings = settings;
  }

  /** A refund shows that somebody never qualified: at once. Time does it at the next review. */
  void moved(Standing standing, Layer from, Cause cause, Instant now) {
    if (standing.layer() == Layer.CORE) {
      round.wake(now);
    } else if (from == Layer.CORE && cause == Cause.REFUND) {
      var note = words(standing.facts(), standing.reason());
      withdraw(standing.customerId(), new Change(Why.REFUNDED, note, "siyu", now));
    }
  }

  @EventListener
  void follow(CustomerGone gone) {
    withdraw(gone.customer().value(), new Change(Why.LEFT, "客户已删除好友", "siyu", gone.at()));
  }

  /** Ends invitation or membership from outside the journey, which hears of it. */
  boolean withdraw(String id, Change change) {
    var member = table.find(id).filter(found -> found.state() != State.OUT).orElse(null);
    if (member == null) {
      return false;
    }
    end(id, member, change);
    messages.announce(
        List.of(
            new Announcement(
                "core-withdrawn:" + id + ":" + member.entry(),
                "core-withdrawn",
                id,
                WITHDRAWN,
                Map.of("at", change.at().toString()))));
    return true;
  }

  void end(String id, Member member, Change change) {
    table.leave(id, member, change.at().plus(settings.pause()), change);
    if (member.state() == State.MEMBER) {
      customers.leaveCore(new CustomerId(id), change.at(), "退出核心圈");
      notices.left(id, member, change.note());
    }
    tagDue(id, change.at());
  }

  /** Tags are marked at the next midnight. */
  void tagDue(String id, Instant now) {
    var tomorrow = now.atZone(zone.zone()).toLocalDate().plusDays(1);
    table.tagDue(id, Assessments.midnight(tomorrow, zone.zone()));
  }

  static String words(LayerFacts facts, String reason) {
    return "近一年净消费 %.2f，有效订单 %d，活跃 %d 个月，沉默 %d 个月：%s"
        .formatted(
            facts.netYearCents() / 100.0,
            facts.ordersYear(),
            facts.activeMonths(),
            facts.silentMonths(),
            reason);
  }
}
