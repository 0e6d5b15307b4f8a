package dev.siyu.web;

import dev.siyu.touchpoints.Reconciliation;
import dev.siyu.touchpoints.Reconciliation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Touches by state, and the person's word on those nobody knows the outcome of. */
@RestController
class TouchesController {

  enum State {
    PENDING,
    SENT,
    QUEUED,
    REFUSED,
    DECLINED,
    EXPIRED,
    FAILED,
    UNKNOWN
  }

  record Decision(@NotNull Finding decision, @NotNull @Size(min = 3, max = 500) String note) {}

  private final TouchesPage touches;
  private final Reconciliation reconciliation;

  TouchesController(TouchesPage touches, Reconciliation reconciliation) {
    this.touches = touches;
    this.reconciliation = reconciliation;
  }

  @GetMapping("/api/touches")
  Rows.Page<TouchesPage.Item> list(
      @RequestParam(defaultValue = "UNKNOWN") State state,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    return touches.inState(state.name(), cursor, Rows.limit(limit), ApiError.english(request));
  }

  @PostMapping("/api/touches/{id}/resolve")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resolve(@PathVariable long id, @Valid @RequestBody Decision decision, Authentication who) {
    if (!reconciliation.resolve(id, decision.decision(), who.getName(), decision.note())) {
      throw Problem.CONFLICT.failure("touch " + id + " is not in state UNKNOWN (any more)");
    }
  }
}
