package dev.siyu.web;

import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineRefused;
import dev.siyu.history.JourneyLive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Heat and incidents of a running journey. */
@RestController
class JourneyLiveController {

  private static final Logger log = LoggerFactory.getLogger(JourneyLiveController.class);
  private static final int RETRIES = 3;
  private static final int AT_ONCE = 500;

  record HeatMap(List<JourneyLive.Heat> elements) {}

  record Cause(String elementId, String errorType, String message, long count, String sample) {}

  record Causes(List<Cause> items) {}

  record Chosen(
      @Nullable Integer version,
      @NotBlank @Size(max = 200) String elementId,
      @NotBlank @Size(max = 100) String errorType,
      @NotNull @Size(max = 300) String message) {}

  /** How it went: {@code more} are left because one call tries 500 at most. */
  record Tried(int tried, int failed, boolean more, @Nullable String firstFailure) {}

  private final JourneyLive live;
  private final EngineOperations engine;

  JourneyLiveController(JourneyLive live, EngineOperations engine) {
    this.live = live;
    this.engine = engine;
  }

  @GetMapping("/api/journeys/{processId}/heat")
  HeatMap heat(
      @PathVariable String processId, @RequestParam(required = false) @Nullable Integer version) {
    return new HeatMap(live.heat(processId, version));
  }

  @GetMapping("/api/journeys/{processId}/incidents")
  Causes incidents(
      @PathVariable String processId, @RequestParam(required = false) @Nullable Integer version) {
    return new Causes(
        live.causes(processId, version).stream()
            .map(
                c ->
                    new Cause(
                        c.elementId(), c.errorType(), c.message(), c.count(), "" + c.sample()))
            .toList());
  }

  @PostMapping("/api/journeys/{processId}/incidents/retry")
  Tried retry(
      @PathVariable String processId, @Valid @RequestBody Chosen chosen, Authentication who) {
    var found =
        live.stuck(
            processId,
            chosen.version(),
            chosen.elementId(),
            chosen.errorType(),
            chosen.message(),
            AT_ONCE + 1);
    int tried = 0;
    int failed = 0;
    @Nullable String first = null;
    for (var stuck : found.subList(0, Math.min(AT_ONCE, found.size()))) {
      tried++;
      try {
        engine.retryIncident(stuck.incidentKey(), stuck.jobKey(), RETRIES);
      } catch (EngineRefused e) {
        failed++;
        first = first == null ? e.getMessage() : first;
      }
    }
    log.info("{} had {} incidents of {} tried again", who.getName(), tried - failed, processId);
    return new Tried(tried, failed, found.size() > AT_ONCE, first);
  }
}
