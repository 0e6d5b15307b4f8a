package dev.siyu.web;

import dev.siyu.engine.EngineOperations;
import dev.siyu.history.JourneyHistory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One run of a journey, and having what is stuck in it tried again. */
@RestController
class InstancesController {

  private static final Logger log = LoggerFactory.getLogger(InstancesController.class);

  /** Tries a job gets after a person asked for them. */
  private static final int RETRIES = 3;

  private final JourneyHistory history;
  private final CustomersPage customers;
  private final TouchesPage touches;
  private final EngineOperations engine;

  InstancesController(
      JourneyHistory history,
      CustomersPage customers,
      TouchesPage touches,
      EngineOperations engine) {
    this.history = history;
    this.customers = customers;
    this.touches = touches;
    this.engine = engine;
  }

  @GetMapping("/api/instances/{key}")
  InstancePage one(@PathVariable long key, HttpServletRequest request) {
    var found = history.instance(key).orElseThrow(Problem.NOT_FOUND::failure);
    var customer = found.instance().customerId();
    var name = customer == null ? null : customers.names(Set.of(customer)).get(customer);
    return InstancePage.of(found, name, touches.of(found, ApiError.english(request)));
  }

  @PostMapping("/api/instances/{key}/incidents/{incidentKey}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(@PathVariable long key, @PathVariable long incidentKey, Authentication who) {
    var incident =
        history.instance(key).stream()
            .flatMap(run -> run.incidents().stream())
            .filter(one -> one.key() == incidentKey)
            .findFirst()
            .orElseThrow(Problem.NOT_FOUND::failure);
    if (incident.resolvedAt() != null) {
      throw Problem.CONFLICT.failure("incident " + incidentKey + " is resolved");
    }
    engine.retryIncident(incident.key(), incident.jobKey(), RETRIES);
    log.info("{} had incident {} of instance {} tried again", who.getName(), incidentKey, key);
  }
}
