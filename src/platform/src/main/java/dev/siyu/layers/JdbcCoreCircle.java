package dev.siyu.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.layers.CoreTable.Change;
import dev.siyu.layers.CoreTable.Member;
import dev.siyu.layers.CoreTable.State;
import dev.siyu.layers.CoreTable.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCoreCircle implements CoreCircle {

  /** A review of an earlier membership may still be ending. */
  private static final Duration JOINED = Duration.ofSeconds(30);

  private final CoreTable table;
  private final CoreBook book;
  private final LayerTable layers;
  private final Customers customers;
  private final JourneyMessages messages;
  private final CoreNotices notices;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final CoreSettings settings;

  JdbcCoreCircle(
      CoreTable table,
      CoreBook book,
      LayerTable layers,
      Customers customers,
      JourneyMessages messages,
      CoreNotices notices,
      TransactionTemplate transactions,
      Clock clock,
      CoreSettings settings) {
    this.table = table;
    this.book = book;
    this.layers = layers;
    this.customers = customers;
    this.messages = messages;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public Capacity capacity() {
    var operators = new LinkedHashMap<String, List<String>>();
    settings.operatorList().forEach(one -> operators.put(one.userId(), one.zones()));
    return new Capacity(settings.places(), settings.groupSize(), settings.perOperator(), operators);
  }

  @Override
  public boolean admit(CustomerId customer, String entry, Instant at) {
    return ofInvitation(
        customer,
        entry,
        false,
        (id, member) -> {
          if (member.state() == State.INVITED) {
            table.join(id, member, new Change(Why.ACCEPTED, "客户接受邀请", "siyu", at));
            customers.moveTo(new CustomerId(id), Stage.CORE, at, "加入核心圈");
            book.tagDue(id, at);
            joined(id, member, at);
            notices.joined(id, member);
          }
          return member.state() != State.OUT;
        });
  }

  @Override
  public void unanswered(CustomerId customer, String entry, Instant at) {
    ofInvitation(
        customer,
        entry,
        false,
        (id, member) -> {
          if (member.state() == State.INVITED) {
            book.end(id, member, new Change(Why.SILENT, "邀请没有得到回复", "siyu", at));
          }
          return true;
        });
  }

  @Override
  public Verdict review(CustomerId customer, String entry, long reviewKey, Instant at) {
    return ofInvitation(
        customer, entry, Verdict.GONE, (id, member) -> reviewed(id, member, reviewKey, at));
  }

  @Override
  public boolean remove(CustomerId customer, String note, String actor) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status ->
                book.withdraw(
                    customers.hold(customer).value(),
                    new Change(Why.REMOVED, note, actor, clock.instant()))));
  }

  private Verdict reviewed(String id, Member member, long key, Instant at) {
    if (Objects.equals(member.reviewKey(), key) && member.verdict() != null) {
      return member.verdict();
    }
    if (member.state() != State.MEMBER) {
      return Verdict.GONE;
    }
    var standing = layers.find(id).orElseThrow();
    var note = CoreBook.words(standing.facts(), standing.reason());
    var verdict = verdict(standing.layer(), member);
    table.reviewed(id, key, verdict, at);
    switch (verdict) {
      case KEEP -> {
        if (member.warned()) {
          noted(id, member, new Change(Why.RECOVERED, note, "siyu", at));
        }
      }
      case WARN -> noted(id, member, new Change(Why.WARNED, note, "siyu", at));
      case DEMOTE -> book.end(id, member, new Change(Why.DEMOTED, note, "siyu", at));
      case GONE -> throw new IllegalStateException("a member is not gone: " + id);
    }
    return verdict;
  }

  /** One quarter of grace: below the line twice in a row ends the membership. */
  static Verdict verdict(Layer layer, Member member) {
    if (layer == Layer.CORE) {
      return Verdict.KEEP;
    }
    return member.warned() ? Verdict.DEMOTE : Verdict.WARN;
  }

  private void noted(String id, Member member, Change change) {
    table.noted(id, State.MEMBER, State.MEMBER, member.operator(), change);
  }

  private void joined(String id, Member member, Instant at) {
    Map<String, Object> variables =
        Map.of(
            "customerId", id,
            "staffId", member.staffUserId(),
            "operatorId", Objects.requireNonNullElse(member.operator(), ""),
            "entry", member.entry(),
            "at", at.toString());
    var key = "core-member-joined:" + id + ":" + member.entry();
    messages.announce(List.of(new Announcement(key, "core-member-joined", id, JOINED, variables)));
  }

  /** Does it for the invitation the journey is about; a later one is not its business. */
  private <R> R ofInvitation(
      CustomerId customer, String entry, R otherwise, BiFunction<String, Member, R> work) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var id = customers.hold(customer).value();
              return table
                  .find(id)
                  .filter(member -> member.entry().equals(entry))
                  .map(member -> work.apply(id, member))
                  .orElse(otherwise);
            }));
  }
}
