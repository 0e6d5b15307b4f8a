package dev.siyu.web;

import dev.siyu.handovers.HandOverRefused;
import dev.siyu.handovers.HandOvers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hand-overs of accounts and the customers that are left for people. */
@RestController
class HandOversController {

  private static final Logger log = LoggerFactory.getLogger(HandOversController.class);

  record Order(
      @NotBlank @Size(max = 64) String fromUserId,
      @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> receivers,
      @NotBlank @Size(min = 2, max = 300) String reason) {}

  record Begun(String id) {}

  record Settlement(@NotNull @Size(min = 2, max = 300) String note) {}

  private final HandOvers handOvers;

  HandOversController(HandOvers handOvers) {
    this.handOvers = handOvers;
  }

  @GetMapping("/api/hand-overs")
  List<HandOvers.View> all() {
    return handOvers.all();
  }

  @GetMapping("/api/hand-overs/{id}/leftovers")
  List<HandOvers.Leftover> leftovers(@PathVariable String id) {
    var known = handOvers.find(id).orElseThrow(Problem.NOT_FOUND::failure);
    return handOvers.leftovers(known.id(), Rows.LARGEST);
  }

  @PostMapping("/api/hand-overs")
  @ResponseStatus(HttpStatus.CREATED)
  Begun begin(@Valid @RequestBody Order order, Authentication who) {
    var receivers = Objects.requireNonNullElse(order.receivers(), List.<String>of());
    var id = handOvers.begin(order.fromUserId(), receivers, order.reason(), who.getName());
    log.info("{} starts hand-over {} of {}", who.getName(), id, order.fromUserId());
    return new Begun(id);
  }

  @PostMapping("/api/hand-overs/{id}/leftovers/{customerId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void settle(
      @PathVariable String id,
      @PathVariable String customerId,
      @Valid @RequestBody Settlement settlement,
      Authentication who) {
    if (!handOvers.settle(id, customerId, settlement.note(), who.getName())) {
      throw Problem.CONFLICT.failure(customerId + " is not on the list of " + id + " (any more)");
    }
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(HandOverRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The hand-over cannot be started" : "不能发起移交";
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.details()));
  }
}
