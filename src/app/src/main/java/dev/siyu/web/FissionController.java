package dev.siyu.web;

import dev.siyu.fission.FissionCampaigns;
import dev.siyu.fission.FissionRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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

/** Fission campaigns (裂变): starting them, their figures, suspects to decide. */
@RestController
class FissionController {

  private static final Logger log = LoggerFactory.getLogger(FissionController.class);

  record Segment(
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 30) String> tags,
      @NotNull @Size(max = 3)
          List<@Pattern(regexp = "CORE|INFLUENCE|OUTER") @NotNull String> layers,
      @Min(1) @Max(50_000) int most) {

    FissionCampaigns.Segment segment() {
      return new FissionCampaigns.Segment(tags, layers, most);
    }
  }

  record Level(
      @Min(1) @Max(1_000) int helpers,
      @NotBlank @Size(max = 60) String template,
      @Positive @Max(100_000_00) long cents,
      @Min(1) @Max(365) int validDays) {

    FissionCampaigns.Level level() {
      return new FissionCampaigns.Level(helpers, template.strip(), cents, validDays);
    }
  }

  record Order(
      @NotBlank @Size(max = 60) String name,
      @NotBlank @Size(max = 100) String content,
      @NotNull Instant startsAt,
      @NotNull Instant endsAt,
      @Min(1) @Max(90) int watchDays,
      @Positive @Max(10_000_000_00L) long budgetCents,
      @Min(1) @Max(1_440) int spreadMinutes,
      @NotEmpty @Size(max = 9) List<@Valid @NotNull Level> levels,
      @Valid @NotNull Segment segment) {

    FissionCampaigns.Order order() {
      return new FissionCampaigns.Order(
          name.strip(),
          content,
          startsAt,
          endsAt,
          watchDays,
          budgetCents,
          spreadMinutes,
          levels.stream().map(Level::level).toList(),
          segment.segment());
    }
  }

  record Started(long id) {}

  record Counted(int customers) {}

  record Reason(@NotNull @Size(min = 2, max = 300) String reason) {}

  record Decision(@NotNull Boolean valid, @NotNull @Size(min = 2, max = 300) String reason) {}

  private final FissionCampaigns campaigns;

  FissionController(FissionCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  @GetMapping("/api/fission")
  List<FissionCampaigns.View> all() {
    return campaigns.all();
  }

  @GetMapping("/api/fission/{id}")
  FissionCampaigns.Detail one(@PathVariable long id) {
    return campaigns.find(id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/fission-count")
  Counted count(@Valid @RequestBody Segment segment) {
    return new Counted(campaigns.count(segment.segment()));
  }

  @PostMapping("/api/fission")
  @ResponseStatus(HttpStatus.CREATED)
  Started start(@Valid @RequestBody Order order, Authentication who) {
    long id = campaigns.start(order.order(), who.getName());
    log.info("{} starts fission campaign {}", who.getName(), id);
    return new Started(id);
  }

  @PostMapping("/api/fission/{id}/stop")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable long id, @Valid @RequestBody Reason why, Authentication who) {
    if (!campaigns.stop(id, why.reason().strip(), who.getName())) {
      throw Problem.CONFLICT.failure("campaign " + id + " does not run (any more)");
    }
    log.info("{} stops fission campaign {}", who.getName(), id);
  }

  @PostMapping("/api/fission-helpers/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable long id, @Valid @RequestBody Decision decision, Authentication who) {
    if (!campaigns.decide(id, decision.valid(), decision.reason().strip(), who.getName())) {
      throw Problem.CONFLICT.failure("helper " + id + " is no suspect (any more)");
    }
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(FissionRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The campaign cannot start" : "活动无法开始";
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.details()));
  }
}
