package dev.siyu.web;

import dev.siyu.history.HistoryViews;
import dev.siyu.history.JourneyHistory;
import dev.siyu.pauses.JourneyPauses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses that pause: no job of a paused journey begins until somebody resumes it. */
@RestController
class PausesController {

  private static final Logger log = LoggerFactory.getLogger(PausesController.class);

  record Reason(@NotBlank @Size(min = 3, max = 500) String reason) {}

  private final JourneyPauses pauses;
  private final JourneyHistory history;

  PausesController(JourneyPauses pauses, JourneyHistory history) {
    this.pauses = pauses;
    this.history = history;
  }

  @GetMapping("/api/pauses")
  List<JourneyPauses.Pause> pauses() {
    return pauses.all();
  }

  @PostMapping("/api/journeys/{processId}/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pause(@PathVariable String processId, @Valid @RequestBody Reason why, Authentication who) {
    if (history.journeys().stream()
        .map(HistoryViews.Journey::processId)
        .noneMatch(processId::equals)) {
      throw Problem.NOT_FOUND.failure();
    }
    if (!pauses.pause(processId, why.reason().strip(), who.getName())) {
      throw Problem.CONFLICT.failure(processId + " is paused already");
    }
    log.info("{} paused journey {}: {}", who.getName(), processId, why.reason());
  }

  @PostMapping("/api/journeys/{processId}/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(@PathVariable String processId, Authentication who) {
    if (!pauses.resume(processId, who.getName())) {
      throw Problem.CONFLICT.failure(processId + " is not paused");
    }
  }
}
