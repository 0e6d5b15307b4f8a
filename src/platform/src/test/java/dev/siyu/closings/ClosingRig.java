package dev.siyu.closings;

import dev.siyu.AlwaysAtWork;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import dev.siyu.approvals.WorkingHours;
import dev.siyu.attribution.Settlements;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.tasks.Notices;
import dev.siyu.time.DueWork;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Real orders, ledger and people; who signs is played by the test. */
final class ClosingRig implements AutoCloseable {

  /** Signs whatever the test decides. */
  private final class People implements Approvals {

    @Override
    public String ask(ApprovalRequest request) {
      asked.put(request.subject(), request);
      return "A1";
    }

    @Override
    public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
      return asked.remove(subject) != null;
    }

    @Override
    public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
      return Optional.of("A1");
    }
  }

  final TestRooms rooms;
  private final Map<String, ApprovalRequest> asked = new HashMap<>();
  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  ClosingRig(boolean automatic) {
    rooms =
        TestRooms.open(
            Map.of("siyu.mode", "sample", "siyu.closings.automatic", automatic),
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
            "closings");
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  Instant now() {
    return rooms.clock().instant();
  }

  /** 1,000 cents of November: 门店 70 %, 私域运营部 30 % by the sample agreement. */
  void order(String id) {
    orderOf(id, "2026-11-10T04:00:00Z");
  }

  void orderOf(String id, String paidAt) {
    var paid = Instant.parse(paidAt);
    var customer = get(Customers.class).byUnionId("u-" + id);
    get(Customers.class).added(customer, "li.na", "store", paid.minusSeconds(60));
    pay(id, customer, paid);
    run();
  }

  /** 1,000 cents of November that the book does not know yet. */
  void unbooked(String id) {
    var paid = Instant.parse("2026-11-10T04:00:00Z");
    pay(id, get(Customers.class).byUnionId("u-" + id), paid);
  }

  private void pay(String id, CustomerId customer, Instant paid) {
    get(Orders.class).paid(new PaidOrder("mall", id, customer, 1_000, 1, "France", null, paid));
  }

  DueWork work(String name) {
    return rooms.works().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  void run() {
    work("attribution-book").runDue(now());
    work("settlement-run").runDue(now());
  }

  String hash(String department) {
    return get(Settlements.class).statements(YearMonth.of(2026, 11)).stream()
        .filter(one -> one.department().equals(department))
        .map(Settlements.Statement::hash)
        .findFirst()
        .orElseThrow();
  }

  void decide(String subject, ApprovalEnded.Ending ending) {
    var content = String.valueOf(Objects.requireNonNull(asked.get(subject), subject).content());
    rooms
        .database()
        .transactions()
        .executeWithoutResult(
            status ->
                rooms.publish(
                    new ApprovalEnded(
                        "A1",
                        ApprovalKind.SETTLEMENT,
                        subject,
                        DigestUtils.sha256Hex(content),
                        ending,
                        List.of("boss"),
                        "看过了")));
  }

  void breakCheck() {
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO book_check (name, ok, details, checked_at, took_ms)
            VALUES ('trial-balance', false, '1', :now, 1)
            """)
        .param("now", now().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  void mendCheck() {
    rooms.jdbc().sql("UPDATE book_check SET ok = true").update();
  }

  /** Messages with the month and, where there is one, the decision. */
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

  @Override
  public void close() {
    rooms.close();
  }
}
