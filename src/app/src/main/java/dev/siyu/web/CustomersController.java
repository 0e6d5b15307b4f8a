package dev.siyu.web;

import dev.siyu.customers.Stage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who the customers are and what happened with each. */
@RestController
class CustomersController {

  private final CustomersPage customers;
  private final Timeline timeline;

  CustomersController(CustomersPage customers, Timeline timeline) {
    this.customers = customers;
    this.timeline = timeline;
  }

  @GetMapping("/api/customers")
  Rows.Page<CustomersPage.Item> list(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    if (query != null && query.length() > 100) {
      throw Problem.BAD_INPUT.failure(
          "query: %d characters (expected: 100 or less)".formatted(query.length()));
    }
    var wanted = query == null || query.isBlank() ? null : query.strip();
    return customers.list(wanted, stage == null ? null : stage.name(), cursor, Rows.limit(limit));
  }

  @GetMapping("/api/customers/{id}")
  CustomersPage.Detail one(@PathVariable String id) {
    return customers.find(id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @GetMapping("/api/customers/{id}/timeline")
  Rows.Page<Timeline.Item> timeline(
      @PathVariable String id,
      @RequestParam(required = false) Timeline.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    var customer = customers.find(id).orElseThrow(Problem.NOT_FOUND::failure);
    return timeline.of(customer, kind, before, Rows.limit(limit), ApiError.english(request));
  }
}
