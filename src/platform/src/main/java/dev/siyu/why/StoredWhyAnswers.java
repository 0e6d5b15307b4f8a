package dev.siyu.why;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.history.HistoryViews;
import dev.siyu.history.JourneyHistory;
import dev.siyu.why.WhyFacts.AskedTouch;
import dev.siyu.why.WhyFacts.Run;
import dev.siyu.why.WhyFacts.Trouble;
import dev.siyu.why.WhyFacts.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredWhyAnswers implements WhyAnswers {

  private static final String TOUCHES =
      """
      SELECT state, rule, reason, not_before, staff_user_id, asked_at, updated_at FROM touchpoint
      WHERE journey = :journey AND step = :step AND customer_id IN (
        SELECT :id UNION ALL SELECT alias FROM customer_alias WHERE customer_id = :id)
      ORDER BY asked_at DESC, id DESC LIMIT 100
      """;
  private static final String WELCOMING = "seed-user-intake";
  private static final int RUNS = 200;

  private final JdbcClient jdbc;
  private final JourneyHistory history;
  private final Customers customers;
  private final Map<Long, DrawnJourney> drawings = new ConcurrentHashMap<>();

  StoredWhyAnswers(JdbcClient jdbc, JourneyHistory history, Customers customers) {
    this.jdbc = jdbc;
    this.history = history;
    this.customers = customers;
  }

  @Override
  public List<Choice> choices(String customerId) {
    var visited =
        customers.find(new CustomerId(customerId)).stream()
            .flatMap(customer -> history.ofCustomer(customer.id().value(), RUNS).stream())
            .map(HistoryViews.Instance::processId)
            .collect(Collectors.toSet());
    return history.journeys().stream()
        .map(journey -> choice(journey, visited.contains(journey.processId())))
        .sorted(Comparator.comparing(choice -> !choice.visited()))
        .toList();
  }

  private Choice choice(HistoryViews.Journey journey, boolean visited) {
    var drawn =
        drawing(journey.processId(), null).stream()
            .flatMap(drawing -> drawing.touches().stream())
            .map(
                node ->
                    new StepChoice(
                        node.id(), node.name(), Objects.requireNonNullElse(node.content(), "")));
    var welcome =
        journey.processId().equals(WELCOMING)
            ? Stream.of(new StepChoice(WhyFacts.WELCOME, "欢迎语", ""))
            : Stream.<StepChoice>empty();
    return new Choice(
        journey.processId(), journey.name(), visited, Stream.concat(welcome, drawn).toList());
  }

  @Override
  public Optional<Verdict> answer(String customerId, String journey, String step) {
    return customers
        .find(new CustomerId(customerId))
        .map(Customer::id)
        .map(id -> WhyRules.verdict(facts(id.value(), journey, step)));
  }

  private WhyFacts facts(String id, String journey, String step) {
    var run =
        history.ofCustomer(id, RUNS).stream()
            .filter(instance -> instance.processId().equals(journey))
            .findFirst();
    var drawing = drawing(journey, run.map(HistoryViews.Instance::version).orElse(null));
    var name =
        history.journeys().stream()
            .filter(known -> known.processId().equals(journey))
            .map(HistoryViews.Journey::name)
            .findFirst()
            .orElse(journey);
    return new WhyFacts(
        journey,
        name,
        step,
        drawing.orElse(null),
        touches(id, journey, step),
        run.flatMap(instance -> history.instance(instance.key()))
            .map(StoredWhyAnswers::run)
            .orElse(null));
  }

  /** A deployed version never changes, so each is read once. */
  private Optional<DrawnJourney> drawing(String journey, @Nullable Integer version) {
    return history
        .diagram(journey, version)
        .map(
            found ->
                drawings.computeIfAbsent(
                    found.definitionKey(), key -> DrawnJourney.read(found.xml())));
  }

  private List<AskedTouch> touches(String id, String journey, String step) {
    return jdbc.sql(TOUCHES)
        .param("id", id)
        .param("journey", journey)
        .param("step", step)
        .query((row, n) -> touch(row))
        .list();
  }

  private static AskedTouch touch(ResultSet row) throws SQLException {
    return new AskedTouch(
        row.getString("state"),
        row.getString("rule"),
        row.getString("reason"),
        instant(row.getTimestamp("not_before")),
        row.getString("staff_user_id"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static Run run(HistoryViews.InstanceDetail detail) {
    var instance = detail.instance();
    return new Run(
        instance.state(),
        instance.startedAt(),
        instance.endedAt(),
        detail.elements().stream().map(StoredWhyAnswers::visit).toList(),
        detail.flows(),
        detail.waits().stream()
            .filter(wait -> wait.kind().equals("TIMER"))
            .map(wait -> new Verdict.Ahead(wait.elementId(), wait.until()))
            .findFirst()
            .orElse(null),
        detail.incidents().stream()
            .filter(incident -> incident.resolvedAt() == null)
            .map(incident -> new Trouble(incident.elementId(), incident.message()))
            .findFirst()
            .orElse(null));
  }

  private static Visit visit(HistoryViews.Element element) {
    var at = element.endedAt() == null ? element.startedAt() : element.endedAt();
    return new Visit(element.elementId(), element.type(), element.state(), at);
  }
}
