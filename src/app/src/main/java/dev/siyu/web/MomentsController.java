package dev.siyu.web;

import dev.siyu.moments.MomentPlans;
import dev.siyu.moments.MomentRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** Moments (朋友圈): planning them, and how they fare. */
@RestController
class MomentsController {

  private static final Logger log = LoggerFactory.getLogger(MomentsController.class);

  record Order(
      @NotBlank @Size(max = 100) String content,
      @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 64) String> accounts,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 30) String> tags,
      @NotNull Instant publishAt) {

    MomentPlans.Order order() {
      return new MomentPlans.Order(
          content,
          accounts.stream().distinct().toList(),
          tags.stream().distinct().toList(),
          publishAt);
    }
  }

  record Planned(long id) {}

  record Cancellation(@NotNull @Size(min = 2, max = 300) String reason) {}

  private final MomentPlans moments;

  MomentsController(MomentPlans moments) {
    this.moments = moments;
  }

  @GetMapping("/api/moments")
  List<MomentPlans.View> all() {
    return moments.all();
  }

  @GetMapping("/api/moments/{id}")
  MomentPlans.Detail one(@PathVariable long id) {
    return moments.find(id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @GetMapping("/api/moment-choices")
  MomentPlans.Choices choices() {
    return moments.choices();
  }

  @PostMapping("/api/moment-preview")
  MomentPlans.Preview preview(@Valid @RequestBody Order order) {
    return moments.preview(order.order());
  }

  @PostMapping("/api/moments")
  @ResponseStatus(HttpStatus.CREATED)
  Planned plan(@Valid @RequestBody Order order, Authentication who) {
    long id = moments.plan(order.order(), who.getName());
    log.info("{} plans moment {} at {}", who.getName(), id, order.publishAt());
    return new Planned(id);
  }

  @PostMapping("/api/moments/{id}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable long id, @Valid @RequestBody Cancellation why, Authentication who) {
    moments.cancel(id, why.reason().strip(), who.getName());
    log.info("{} cancels moment {}", who.getName(), id);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(MomentRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "This cannot be done" : "无法完成此操作";
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.details()));
  }
}
