package dev.siyu.web;

import dev.siyu.time.TimeTravel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The product's clock, and moving it in sample mode. */
@RestController
class ClockController {

  private static final Logger log = LoggerFactory.getLogger(ClockController.class);
  private static final Duration FARTHEST = Duration.ofDays(800);

  record State(
      Instant now,
      long offsetSeconds,
      String mode,
      boolean moving,
      @Nullable Instant target,
      @Nullable String waitingFor) {}

  /** Either by how much (ISO-8601, e.g. P1D) or to when. */
  record Advance(@Nullable String by, @Nullable Instant to) {}

  private final TimeTravel time;
  private final WebSettings.Basics basics;

  ClockController(TimeTravel time, WebSettings.Basics basics) {
    this.time = time;
    this.basics = basics;
  }

  @GetMapping("/api/clock")
  State state() {
    var now = time.progress();
    return new State(
        now.now(),
        now.offset().toSeconds(),
        basics.mode(),
        now.moving(),
        now.target(),
        now.waitingFor());
  }

  @PostMapping("/api/clock/advance")
  @ResponseStatus(HttpStatus.ACCEPTED)
  State advance(@RequestBody Advance advance, Authentication who) {
    if (!basics.sample()) {
      throw Problem.SAMPLE_ONLY.failure();
    }
    var now = time.progress().now();
    var target = target(advance, now);
    if (!target.isAfter(now) || target.isAfter(now.plus(FARTHEST))) {
      throw Problem.BAD_INPUT.failure(
          "to: %s (expected: after %s, at most %d days)".formatted(target, now, FARTHEST.toDays()));
    }
    time.advanceTo(target);
    log.info("{} moves the clock to {}", who.getName(), target);
    return state();
  }

  private static Instant target(Advance advance, Instant now) {
    try {
      if (advance.to() != null && advance.by() == null) {
        return advance.to();
      }
      if (advance.by() != null && advance.to() == null) {
        return now.plus(Duration.parse(advance.by()));
      }
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw Problem.BAD_INPUT.failure("by: not a duration (expected: e.g. P1D or PT6H)");
    }
    throw Problem.BAD_INPUT.failure("expected: either by or to");
  }
}
