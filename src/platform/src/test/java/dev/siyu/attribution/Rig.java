package dev.siyu.attribution;

import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** The room with real orders and a real ledger; people who decide are played by the test. */
final class Rig implements AutoCloseable {

  /** Approvals that wait until the test says how they end. */
  static final class People implements Approvals {
    final Map<String, ApprovalRequest> open = new HashMap<>();
    final Set<String> approved = new HashSet<>();

    private int asked;

    /** What was to take effect, in this order. */
    final List<String> redeemed = new ArrayList<>();

    @Override
    public String ask(ApprovalRequest request) {
      open.put(request.kind() + " " + request.subject(), request);
      return "A" + ++asked;
    }

    @Override
    public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
      return open.remove(kind + " " + subject) != null;
    }

    @Override
    public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
      redeemed.add(content);
      return approved.remove(kind + " " + subject + " " + DigestUtils.sha256Hex(content))
          ? Optional.of("A1")
          : Optional.empty();
    }
  }

  final People people = new People();
  final TestRooms rooms;
  private int refunds;

  Rig() {
    this(Map.of());
  }

  Rig(Map<String, Object> settings) {
    var all = new HashMap<String, Object>(Map.of("siyu.mode", "sample"));
    all.putAll(settings);
    rooms =
        TestRooms.open(
            all,
            context -> context.registerBean(Approvals.class, () -> people),
            "customers",
            "orders",
            "ledger",
            "attribution");
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  Instant now() {
    return rooms.clock().instant();
  }

  void pass(int days) {
    rooms.pass(Duration.ofDays(days));
  }

  /** Everything that waits for the book. */
  void write() {
    get(Book.class).runDue(now());
  }

  void decide(ApprovalKind kind, String subject, ApprovalEnded.Ending ending) {
    var request = people.open.remove(kind + " " + subject);
    var hash = DigestUtils.sha256Hex(request.content());
    if (ending.isApproved()) {
      people.approved.add(kind + " " + subject + " " + hash);
    }
    rooms
        .database()
        .transactions()
        .executeWithoutResult(
            status ->
                rooms.publish(
                    new ApprovalEnded("A1", kind, subject, hash, ending, List.of("boss"), "看过了")));
  }

  CustomerId customer(String name, @Nullable String channel, Instant addedAt) {
    var id = get(Customers.class).byUnionId("u-" + name);
    if (channel != null) {
      get(Customers.class).added(id, "li.na", channel, addedAt);
    }
    return id;
  }

  void pays(CustomerId id, String order, long cents, Instant at) {
    get(Orders.class).paid(new PaidOrder("mall", order, id, cents, 1, "France", null, at));
  }

  void returns(CustomerId id, @Nullable String order, long cents, Instant at) {
    get(Orders.class).refunded(new Refund("mall", "r" + ++refunds, id, order, cents, at));
  }

  /** Month, department and account with their cents, e.g. {@code 2026-12 门店 PROVISIONAL 7000}. */
  List<String> book() {
    return rooms
        .jdbc()
        .sql(
            """
            SELECT to_char(month, 'YYYY-MM') || ' ' || department || ' ' || account || ' ' || sum(cents)
            FROM ledger_entry GROUP BY month, department, account HAVING sum(cents) <> 0
            ORDER BY month, department COLLATE "C", account
            """)
        .query(String.class)
        .list();
  }

  /** The same of departments only. */
  List<String> departments() {
    return book().stream().filter(line -> !line.contains("  ")).toList();
  }

  List<String> texts(String sql) {
    return new ArrayList<>(rooms.jdbc().sql(sql).query(String.class).list());
  }

  @Override
  public void close() {
    rooms.close();
  }
}
