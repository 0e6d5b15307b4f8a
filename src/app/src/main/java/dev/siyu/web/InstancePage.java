package dev.siyu.web;

import dev.siyu.history.HistoryViews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run as its page shows it. */
record InstancePage(
    String key,
    String processId,
    String journeyName,
    int version,
    String definitionKey,
    @Nullable String customerId,
    @Nullable String customerName,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Element> elements,
    List<String> flows,
    List<Variable> variables,
    List<HistoryViews.Wait> waits,
    List<Incident> incidents,
    List<TouchesPage.Item> touches) {

  record Element(
      String key,
      String elementId,
      String type,
      String state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  record Variable(String name, JsonNode value, Instant updatedAt) {}

  record Incident(
      String key,
      String elementId,
      String errorType,
      String message,
      @Nullable String jobKey,
      @Nullable Instant createdAt,
      @Nullable Instant resolvedAt) {}

  static InstancePage of(
      HistoryViews.InstanceDetail from,
      @Nullable String customerName,
      List<TouchesPage.Item> touches) {
    var run = from.instance();
    return new InstancePage(
        "" + run.key(),
        run.processId(),
        from.journeyName(),
        run.version(),
        "" + run.definitionKey(),
        run.customerId(),
        customerName,
        run.state(),
        run.startedAt(),
        run.endedAt(),
        from.elements().stream().map(InstancePage::element).toList(),
        from.flows(),
        from.variables().stream()
            .map(v -> new Variable(v.name(), json(v.value()), v.updatedAt()))
            .toList(),
        from.waits(),
        from.incidents().stream().map(InstancePage::incident).toList(),
        touches);
  }

  private static Element element(HistoryViews.Element from) {
    return new Element(
        "" + from.key(),
        from.elementId(),
        from.type(),
        from.state(),
        from.startedAt(),
        from.endedAt());
  }

  private static Incident incident(HistoryViews.Incident from) {
    return new Incident(
        "" + from.key(),
        from.elementId(),
        from.errorType(),
        from.message(),
        from.jobKey() == null ? null : "" + from.jobKey(),
        from.createdAt(),
        from.resolvedAt());
  }

  /** The value itself; as text when the stored text is no JSON. */
  private static JsonNode json(String value) {
    var mapper = JsonMapper.shared();
    try {
      return mapper.readTree(value);
    } catch (JacksonException e) {
      return mapper.getNodeFactory().stringNode(value);
    }
  }
}
