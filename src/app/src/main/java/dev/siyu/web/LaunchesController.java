package dev.siyu.web;

import dev.siyu.launches.LaunchRefused;
import dev.siyu.launches.LaunchState;
import dev.siyu.launches.Launches;
import dev.siyu.launches.Launches.Audience;
import dev.siyu.rehearsals.Rehearsals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Bringing versions of journeys live. */
@RestController
class LaunchesController {

  private static final int LARGEST = 1_000_000;

  record Asking(
      @NotBlank @Size(max = LARGEST) String xml,
      @NotBlank @Size(max = 500) String comment,
      @NotNull Audience audience,
      @Min(1) @Max(100) int percent,
      @Nullable @Size(max = 60) String tag,
      boolean thenAll,
      @Nullable Instant startsAt,
      @Nullable @Size(max = 60) List<LocalDate> quietDays) {

    Launches.Wish wish() {
      return new Launches.Wish(
          xml,
          comment.strip(),
          audience,
          percent,
          tag == null || tag.isBlank() ? null : tag.strip(),
          thenAll,
          startsAt,
          quietDays == null ? List.of() : quietDays);
    }
  }

  record Asked(long id) {}

  record People(long people) {}

  record Reason(@NotBlank @Size(min = 3, max = 500) String reason) {}

  record Widening(@Nullable @Size(min = 3, max = 500) String reason) {}

  /** A launch without its drawing; the engine's key is text. */
  record Line(
      long id,
      String processId,
      LaunchState state,
      String comment,
      Audience audience,
      int percent,
      @Nullable String tag,
      boolean thenAll,
      @Nullable Instant startsAt,
      List<LocalDate> quietDays,
      String fingerprint,
      long people,
      String askedBy,
      Instant askedAt,
      @Nullable String approvalId,
      @Nullable Integer version,
      @Nullable Integer baseVersion,
      @Nullable Instant canarySince,
      @Nullable Instant lookedAt,
      @Nullable Instant endedAt) {

    static Line of(Launches.Launch from) {
      var wish = from.wish();
      return new Line(
          from.id(),
          from.processId(),
          from.state(),
          wish.comment(),
          wish.audience(),
          wish.percent(),
          wish.tag(),
          wish.thenAll(),
          wish.startsAt(),
          wish.quietDays(),
          from.fingerprint(),
          from.people(),
          from.askedBy(),
          from.askedAt(),
          from.approvalId(),
          from.version(),
          from.baseVersion(),
          from.canarySince(),
          from.lookedAt(),
          from.endedAt());
    }
  }

  record Lines(List<Line> items) {}

  record Event(Instant at, String what, String actor, String text) {}

  /** {@code rehearsal}: the latest of exactly this drawing; null: it was never rehearsed. */
  record Whole(
      Line launch,
      String xml,
      List<Event> events,
      Launches.Figures figures,
      Rehearsals.@Nullable Summary rehearsal) {}

  private final Launches launches;
  private final Rehearsals rehearsals;

  LaunchesController(Launches launches, Rehearsals rehearsals) {
    this.launches = launches;
    this.rehearsals = rehearsals;
  }

  @GetMapping("/api/launches")
  Lines list(@RequestParam(required = false) @Nullable String processId) {
    return new Lines(launches.list(processId).stream().map(Line::of).toList());
  }

  @GetMapping("/api/launches/people")
  People people(
      @RequestParam Audience audience,
      @RequestParam(defaultValue = "100") @Min(1) @Max(100) int percent,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(defaultValue = "false") boolean thenAll) {
    return new People(launches.people(audience, percent, tag, thenAll));
  }

  @GetMapping("/api/launches/{id}")
  Whole find(@PathVariable long id, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var found = launches.find(id).orElseThrow(Problem.NOT_FOUND::failure);
    var events =
        found.events().stream()
            .map(e -> new Event(e.at(), e.what(), e.actor(), english ? e.en() : e.zh()))
            .toList();
    var xml = found.launch().wish().xml();
    return new Whole(
        Line.of(found.launch()), xml, events, found.figures(), rehearsals.latest(xml).orElse(null));
  }

  @PostMapping("/api/launches")
  @ResponseStatus(HttpStatus.CREATED)
  Asked ask(@Valid @RequestBody Asking asking, Authentication who) {
    return new Asked(launches.ask(asking.wish(), who.getName()));
  }

  @PostMapping("/api/launches/{id}/edit")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void edit(@PathVariable long id, @Valid @RequestBody Asking asking, Authentication who) {
    launches.edit(id, asking.wish(), who.getName());
  }

  @PostMapping("/api/launches/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable long id, @Valid @RequestBody Reason why, Authentication who) {
    launches.withdraw(id, why.reason().strip(), who.getName());
  }

  @PostMapping("/api/launches/{id}/widen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void widen(@PathVariable long id, @Valid @RequestBody Widening why, Authentication who) {
    launches.widen(id, why.reason(), who.getName());
  }

  @PostMapping("/api/launches/{id}/stop")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable long id, @Valid @RequestBody Reason why, Authentication who) {
    launches.stop(id, why.reason().strip(), who.getName());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(LaunchRefused refused, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var status =
        switch (refused.why()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case OPEN_ALREADY, CHANGED, NOT_YET -> HttpStatus.CONFLICT;
          case BAD_INPUT, NOTHING_LIVE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var message =
        switch (refused.why()) {
          case UNKNOWN -> english ? "There is no such launch" : "没有这次上线";
          case OPEN_ALREADY -> english ? "A launch of this journey is open" : "这条旅程已有一次上线在进行";
          case CHANGED -> english ? "It has changed, reload and look again" : "状态已变化，请刷新后再操作";
          case BAD_INPUT -> english ? "The input is not valid" : "输入有误";
          case NOTHING_LIVE ->
              english ? "The first version of a journey goes to all" : "旅程还没有线上版本，首个版本只能对全部客户上线";
          case NOT_YET ->
              english
                  ? "Too little was seen to widen it; give a reason, or wait"
                  : "观察还不够，不能扩大；请说明理由或继续等待";
        };
    return ResponseEntity.status(status)
        .body(new ApiError(refused.why().code(), message, refused.getMessage()));
  }
}
