package dev.siyu.web;

import dev.siyu.customers.CustomerId;
import dev.siyu.layers.CoreCircle;
import dev.siyu.layers.LayerDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Layers, movements between them, the core circle, and the table that decides. */
@RestController
class LayersController {

  private static final int LARGEST = 250_000;

  enum State {
    INVITED,
    MEMBER,
    OUT
  }

  record Note(@NotNull @Size(min = 3, max = 500) String note) {}

  record Table(@NotBlank @Size(max = LARGEST) String xml) {}

  record NewTable(
      @NotBlank @Size(max = LARGEST) String xml, @Nullable @Size(max = 500) String comment) {}

  record Check(@Nullable String objection) {}

  record Version(int version, String source, String actor, @Nullable String comment, Instant at) {}

  record Rules(int version, String xml, List<Version> versions) {}

  private final LayersPage page;
  private final CirclePage circle;
  private final ObjectProvider<LayerDesk> desks;
  private final ObjectProvider<CoreCircle> circles;

  LayersController(
      LayersPage page,
      CirclePage circle,
      ObjectProvider<LayerDesk> desks,
      ObjectProvider<CoreCircle> circles) {
    this.page = page;
    this.circle = circle;
    this.desks = desks;
    this.circles = circles;
  }

  @GetMapping("/api/layers")
  LayersPage.Summary summary() {
    return page.summary(ready(circles).capacity());
  }

  @GetMapping("/api/layers/moves")
  Rows.Page<LayersPage.Move> moves(
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit) {
    return page.moves(null, cursor, Rows.limit(limit));
  }

  @GetMapping("/api/layers/circle")
  List<CirclePage.Member> circle(@RequestParam(defaultValue = "MEMBER") State state) {
    return circle.inState(state.name());
  }

  @GetMapping("/api/layers/waiting")
  List<CirclePage.Waiting> waiting() {
    return circle.waiting();
  }

  @PostMapping("/api/layers/circle/{id}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id, @Valid @RequestBody Note note, Authentication who) {
    if (!id.matches("C[0-9]{1,18}") || !circle.isIn(id)) {
      throw Problem.CONFLICT.failure("customer " + id + " is not in the core circle (any more)");
    }
    ready(circles).remove(new CustomerId(id), note.note(), who.getName());
  }

  @GetMapping("/api/layers/rules")
  Rules rules() {
    var desk = ready(desks);
    var rules = desk.rules();
    return new Rules(
        rules.version(),
        rules.xml(),
        desk.versions().stream().map(LayersController::version).toList());
  }

  @PostMapping("/api/layers/rules/check")
  Check check(@Valid @RequestBody Table table) {
    return new Check(ready(desks).objection(table.xml()));
  }

  @PostMapping("/api/layers/rules")
  Version change(@Valid @RequestBody NewTable table, Authentication who) {
    return version(ready(desks).change(table.xml(), table.comment(), who.getName()));
  }

  @GetMapping("/api/customers/{id}/layer")
  LayersPage.OfCustomer customer(@PathVariable String id) {
    return page.of(id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  private static Version version(LayerDesk.Rules rules) {
    return new Version(rules.version(), rules.source(), rules.actor(), rules.comment(), rules.at());
  }

  private static <T> T ready(ObjectProvider<T> part) {
    var found = part.getIfAvailable();
    if (found == null) {
      throw Problem.NOT_READY.failure();
    }
    return found;
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(LayerDesk.RulesRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The table may not decide" : "这张规则表不能使用";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
