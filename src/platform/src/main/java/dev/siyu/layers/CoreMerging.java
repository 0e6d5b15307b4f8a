package dev.siyu.layers;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.CustomersMerged;
import dev.siyu.customers.CustomersSeparated;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.layers.CoreTable.Change;
import dev.siyu.layers.CoreTable.State;
import dev.siyu.layers.CoreTable.Why;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a merge of customers, and its undoing, does to memberships of the core circle: one person
 * has one. A membership goes along, the lesser of two is set aside, an open invitation of the one
 * who goes is taken back.
 */
@Component
class CoreMerging {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BOTH = "两位客户是同一人";
  private static final String TWO = "两位客户不是同一人";

  private final CoreTable table;
  private final CoreMergeTable merges;
  private final CoreBook book;
  private final Customers customers;
  private final JourneyMessages messages;
  private final Clock clock;

  CoreMerging(
      CoreTable table,
      CoreMergeTable merges,
      CoreBook book,
      Customers customers,
      JourneyMessages messages,
      Clock clock) {
    this.table = table;
    this.merges = merges;
    this.book = book;
    this.customers = customers;
    this.messages = messages;
    this.clock = clock;
  }

  @EventListener
  void follow(CustomersMerged merged) {
    var gone = merged.gone().value();
    var kept = merged.kept().value();
    var was = state(gone);
    if (was == State.INVITED) {
      takeBack(gone);
    } else if (was == State.MEMBER) {
      ends(gone);
    }
    merges.movesFollow(gone, kept);
    var stays = state(kept);
    if (was != State.MEMBER && stays != null || stays == State.MEMBER) {
      merges.setAside(gone, gone, kept, clock.instant());
      return;
    }
    if (stays == State.INVITED) {
      takeBack(kept);
    }
    int invitations = table.find(kept).map(CoreTable.Member::invitation).orElse(0);
    merges.setAside(kept, gone, kept, clock.instant());
    merges.move(gone, kept, invitations);
    if (was == State.MEMBER) {
      var beneath = customers.find(merged.kept()).map(Customer::stage);
      customers.moveTo(merged.kept(), Stage.CORE, clock.instant(), BOTH);
      beneath.ifPresent(stage -> customers.moveTo(merged.kept(), stage, clock.instant(), BOTH));
      begins(kept);
    }
  }

  @EventListener
  void follow(CustomersSeparated separated) {
    var kept = separated.kept().value();
    var back = separated.back().value();
    var origins = separated.origins().stream().map(CustomerId::value).toList();
    merges.movesReturn(kept, back, origins);
    boolean isReturned = merges.moveBack(kept, back, origins);
    if (isReturned && state(back) == State.MEMBER) {
      ends(kept);
    }
    merges.giveBack(kept, back, origins);
    settle(separated.kept());
    settle(separated.back());
    if (state(back) == State.MEMBER) {
      begins(back);
    }
  }

  /** The stage says what the membership says. */
  private void settle(CustomerId id) {
    if (state(id.value()) == State.MEMBER) {
      customers.moveTo(id, Stage.CORE, clock.instant(), TWO);
    } else {
      customers.leaveCore(id, clock.instant(), TWO);
    }
  }

  private @Nullable State state(String id) {
    return table.find(id).map(CoreTable.Member::state).orElse(null);
  }

  private void takeBack(String id) {
    book.withdraw(id, new Change(Why.MERGED, BOTH, "siyu", clock.instant()));
  }

  /** The journey of a membership that goes on under another id. */
  private void ends(String id) {
    announce("core-withdrawn", id, Map.of("at", clock.instant().toString()));
  }

  private void begins(String id) {
    var member = table.find(id).orElseThrow();
    var variables = new HashMap<String, Object>();
    variables.put("customerId", id);
    variables.put("staffId", member.staffUserId());
    variables.put("operatorId", Objects.requireNonNullElse(member.operator(), ""));
    variables.put("entry", member.entry());
    variables.put("at", clock.instant().toString());
    announce("core-member-joined", id, variables);
  }

  private void announce(String name, String id, Map<String, Object> variables) {
    var key = name + ":" + id + ":merge:" + clock.millis();
    messages.announce(List.of(new Announcement(key, name, id, PATIENCE, variables)));
  }
}
