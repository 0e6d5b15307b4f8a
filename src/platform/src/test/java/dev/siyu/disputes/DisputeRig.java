package dev.siyu.disputes;

import dev.siyu.AlwaysAtWork;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import dev.siyu.approvals.WorkingHours;
import dev.siyu.attribution.Settlements;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.tasks.Notices;
import dev.siyu.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;

/** Real orders, ledger and people; who decides is played by the test. */
final class DisputeRig implements AutoCloseable {

  /** Of this database only: tests of others share the server. */
  private static final String ANOTHER_WRITER =
      """
      SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
      """;

  private static final Instant PAID = Instant.parse("2026-11-10T04:00:00Z");

  /** Waits until the test says how it ends. */
  private final class People implements Approvals {
    @Override
    public String ask(ApprovalRequest request) {
      asked.put(request.subject(), request);
      return "A1";
    }

    @Override
    public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
      return true;
    }

    @Override
    public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
      redeemed.add(subject);
      return approved.remove(subject + DigestUtils.sha256Hex(content))
          ? Optional.of("A1")
          : Optional.empty();
    }
  }

  final TestRooms rooms;
  private final Map<String, ApprovalRequest> asked = new HashMap<>();
  private final Set<String> approved = new HashSet<>();
  private final List<String> redeemed = new ArrayList<>();
  private final Set<String> isVoid = new HashSet<>();
  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  DisputeRig() {
    rooms =
        TestRooms.open(
            Map.of("siyu.mode", "sample"),
            context -> {
              context.registerBean(Approvals.class, People::new);
              context.registerBean(WorkingHours.class, AlwaysAtWork::new);
              context.registerBean(Notices.class, () -> (key, who, text) -> notices.add(who));
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
            },
            "customers",
            "orders",
            "ledger",
            "access",
            "attribution",
            "disputes");
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  Instant now() {
    return rooms.clock().instant();
  }

  /** 1,000 cents: 门店 70 %, 私域运营部 30 % by the sample agreement. */
  void order(String id) {
    var customer = get(Customers.class).byUnionId("u-" + id);
    get(Customers.class).added(customer, "li.na", "store", PAID.minusSeconds(60));
    get(Orders.class).paid(new PaidOrder("mall", id, customer, 1_000, 1, "France", null, PAID));
    run();
  }

  /** Everything that is due in all rooms. */
  void run() {
    for (var name : List.of("attribution-book", "settlement-run")) {
      rooms.works().stream()
          .filter(work -> work.name().equals(name))
          .forEach((DueWork work) -> work.runDue(now()));
    }
  }

  void settle(YearMonth month) {
    get(Settlements.class).start(month, "finance");
    run();
  }

  void decide(String id, ApprovalEnded.Ending ending) {
    var request = Objects.requireNonNull(asked.get(id), id);
    var hash = DigestUtils.sha256Hex(request.content());
    if (ending.isApproved() && !isVoid.contains(id)) {
      approved.add(id + hash);
    }
    rooms
        .database()
        .transactions()
        .executeWithoutResult(
            status ->
                rooms.publish(
                    new ApprovalEnded(
                        "A1", ApprovalKind.DISPUTE, id, hash, ending, List.of("boss"), "看过了")));
  }

  /** Messages with the dispute and, where there is one, the decision. */
  List<String> told() {
    return announced.stream()
        .map(
            one ->
                one.name()
                    + " "
                    + one.correlationKey()
                    + (one.variables().containsKey("decision")
                        ? " " + one.variables().get("decision")
                        : ""))
        .toList();
  }

  List<String> notices() {
    return notices;
  }

  /** Disputes whose approval was to take effect. */
  List<String> redeemed() {
    return redeemed;
  }

  /** As when the approval was taken back, or was for other content. */
  void voidApproval(String id) {
    isVoid.add(id);
  }

  long department(String name) {
    return rooms
        .jdbc()
        .sql("SELECT coalesce(sum(cents), 0) FROM ledger_entry WHERE department = :name")
        .param("name", name)
        .query(Long.class)
        .single();
  }

  long finalOf(String month, String department) {
    return rooms
        .jdbc()
        .sql(
            """
            SELECT coalesce(sum(cents), 0) FROM ledger_entry WHERE department = :name
              AND account = 'FINAL' AND to_char(month, 'YYYY-MM') = :month
            """)
        .param("name", department)
        .param("month", month)
        .query(Long.class)
        .single();
  }

  /** Until another transaction stands in line for the book. */
  void awaitAnotherWriter() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> rooms.jdbc().sql(ANOTHER_WRITER).query(Boolean.class).single());
  }

  int held() {
    return rooms.jdbc().sql("SELECT count(*) FROM attribution_hold").query(Integer.class).single();
  }

  List<String> finalOrders() {
    return rooms
        .jdbc()
        .sql("SELECT order_id FROM attribution WHERE state = 'FINAL' ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
