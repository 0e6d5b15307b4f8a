package dev.siyu.web;

import dev.siyu.history.HistoryViews;
import dev.siyu.history.JourneyHistory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Journeys, their drawings, counts and runs. Engine keys are text: JavaScript would round them. */
@RestController
class JourneysController {

  record Version(int version, String definitionKey, Instant deployedAt) {}

  record Journey(
      String processId,
      String name,
      int latestVersion,
      List<Version> versions,
      long active,
      long completed,
      long terminated,
      long incidents) {

    static Journey of(HistoryViews.Journey from) {
      return new Journey(
          from.processId(),
          from.name(),
          from.latestVersion(),
          from.versions().stream()
              .map(v -> new Version(v.version(), "" + v.definitionKey(), v.deployedAt()))
              .toList(),
          from.active(),
          from.completed(),
          from.terminated(),
          from.incidents());
    }
  }

  record Diagram(String processId, int version, String definitionKey, String xml) {}

  record Counts(List<HistoryViews.ElementCount> elements) {}

  record Run(
      String key,
      String processId,
      int version,
      @Nullable String customerId,
      @Nullable String customerName,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      long incidents,
      List<String> at) {}

  enum State {
    ACTIVE,
    COMPLETED,
    TERMINATED
  }

  private final JourneyHistory history;
  private final CustomersPage customers;

  JourneysController(JourneyHistory history, CustomersPage customers) {
    this.history = history;
    this.customers = customers;
  }

  @GetMapping("/api/journeys")
  List<Journey> journeys() {
    return history.journeys().stream().map(Journey::of).toList();
  }

  @GetMapping("/api/journeys/{processId}/diagram")
  Diagram diagram(
      @PathVariable String processId, @RequestParam(required = false) @Nullable Integer version) {
    var found = history.diagram(processId, version).orElseThrow(Problem.NOT_FOUND::failure);
    return new Diagram(found.processId(), found.version(), "" + found.definitionKey(), found.xml());
  }

  @GetMapping("/api/journeys/{processId}/counts")
  Counts counts(
      @PathVariable String processId, @RequestParam(required = false) @Nullable Integer version) {
    return new Counts(history.counts(processId, version));
  }

  @GetMapping("/api/journeys/{processId}/instances")
  Rows.Page<Run> instances(
      @PathVariable String processId,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(required = false) @Nullable String elementId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    var query =
        new HistoryViews.InstanceQuery(
            processId,
            version,
            state == null ? null : state.name(),
            elementId,
            cursor,
            Rows.limit(limit));
    var page = page(query);
    var names =
        customers.names(
            page.items().stream()
                .map(HistoryViews.Instance::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    var runs =
        page.items().stream()
            .map(run -> run(run, run.customerId() == null ? null : names.get(run.customerId())))
            .toList();
    return new Rows.Page<>(runs, page.next());
  }

  private HistoryViews.InstancePage page(HistoryViews.InstanceQuery query) {
    try {
      return history.instances(query);
    } catch (IllegalArgumentException wrongCursor) {
      throw Problem.BAD_INPUT.failure("cursor: not one of ours");
    }
  }

  private static Run run(HistoryViews.Instance from, @Nullable String customerName) {
    return new Run(
        "" + from.key(),
        from.processId(),
        from.version(),
        from.customerId(),
        customerName,
        from.state(),
        from.startedAt(),
        from.endedAt(),
        from.incidents(),
        from.at());
  }
}
