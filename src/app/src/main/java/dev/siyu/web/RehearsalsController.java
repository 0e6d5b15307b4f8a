package dev.siyu.web;

import dev.siyu.journeys.DrawingRefused;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.RehearsalRefused;
import dev.siyu.rehearsals.Rehearsals;
import dev.siyu.rehearsals.Scenario;
import dev.siyu.rehearsals.Stage;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals (排练) of drawings: ask, watch, read the report, follow one customer, compare. */
@RestController
class RehearsalsController {

  private static final Logger log = LoggerFactory.getLogger(RehearsalsController.class);
  private static final int LARGEST = 1_000_000;

  /** Either a deployed version or a drawing as text (a draft). */
  record Drawing(
      @Nullable Integer version,
      @Nullable @Size(max = LARGEST) String xml,
      @Nullable @Size(max = 60) String label) {}

  record CsvFile(@NotBlank @Size(max = 80) String name, @NotNull String content) {}

  record Wish(
      @NotBlank @Size(max = 100) String processId,
      @Valid @NotNull Drawing drawing,
      @Valid @Nullable Drawing against,
      @NotNull Scenario scenario,
      @Nullable @Size(max = 3) List<@Valid @NotNull CsvFile> files) {}

  record Asked(long id) {}

  record Xml(String xml) {}

  record Sought(@NotBlank @Size(max = LARGEST) String xml) {}

  record Latest(Rehearsals.@Nullable Summary rehearsal) {}

  private final Rehearsals rehearsals;
  private final ObjectProvider<JourneyStudio> studio;

  RehearsalsController(Rehearsals rehearsals, ObjectProvider<JourneyStudio> studio) {
    this.rehearsals = rehearsals;
    this.studio = studio;
  }

  @GetMapping("/api/rehearsals")
  List<Rehearsals.View> list(@RequestParam(required = false) @Nullable String processId) {
    return rehearsals.list(processId, 100);
  }

  @PostMapping("/api/rehearsals")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Asked ask(@Valid @RequestBody Wish wish, Authentication who) {
    var against = wish.against();
    var files =
        Objects.requireNonNullElse(wish.files(), List.<CsvFile>of()).stream()
            .map(file -> new Stage.File(file.name(), file.content()))
            .toList();
    long id =
        rehearsals.ask(
            play(wish.processId(), wish.drawing()),
            against == null ? null : play(wish.processId(), against),
            wish.scenario(),
            files,
            who.getName());
    log.info("{} asks for rehearsal {} of {}", who.getName(), id, wish.processId());
    return new Asked(id);
  }

  private Rehearsals.Play play(String processId, Drawing drawing) {
    var version = drawing.version();
    if ((version == null) == (drawing.xml() == null)) {
      throw Problem.BAD_INPUT.failure("drawing (expected: either version or xml)");
    }
    String xml =
        version == null
            ? Objects.requireNonNull(drawing.xml())
            : studio
                .getObject()
                .drawing(processId, version)
                .orElseThrow(Problem.NOT_FOUND::failure);
    var label =
        Objects.requireNonNullElse(drawing.label(), version == null ? "draft" : "v" + version);
    return new Rehearsals.Play(processId, label, xml);
  }

  /** By the text of a drawing, which is too long for an address; it changes nothing. */
  @PostMapping("/api/rehearsals/latest")
  Latest latest(@Valid @RequestBody Sought sought) {
    return new Latest(rehearsals.latest(sought.xml()).orElse(null));
  }

  @GetMapping("/api/rehearsals/{id}")
  Rehearsals.View one(@PathVariable long id) {
    return rehearsals.find(id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @GetMapping(path = "/api/rehearsals/{id}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> report(
      @PathVariable long id, @RequestParam(defaultValue = "false") boolean download) {
    var report = rehearsals.report(id).orElseThrow(Problem.NOT_FOUND::failure);
    var answer = ResponseEntity.ok();
    return download
        ? answer
            .header("Content-Disposition", "attachment; filename=\"rehearsal-" + id + ".json\"")
            .body(report)
        : answer.body(report);
  }

  @GetMapping("/api/rehearsals/{id}/drawing")
  Xml drawing(@PathVariable long id) {
    return new Xml(rehearsals.drawing(id).orElseThrow(Problem.NOT_FOUND::failure));
  }

  @GetMapping("/api/rehearsals/{id}/customers")
  List<Rehearsals.Guest> customers(
      @PathVariable long id, @RequestParam(required = false) @Nullable @Size(max = 64) String q) {
    return rehearsals.guests(id, q == null || q.isBlank() ? null : q.strip(), 100);
  }

  @GetMapping(
      path = "/api/rehearsals/{id}/customers/{customer}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  String story(@PathVariable long id, @PathVariable String customer) {
    return rehearsals.story(id, customer).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @GetMapping("/api/rehearsals/{id}/against/{other}")
  Rehearsals.Comparison compare(@PathVariable long id, @PathVariable long other) {
    return rehearsals.compare(id, other);
  }

  @PostMapping("/api/rehearsals/{id}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable long id, Authentication who) {
    if (!rehearsals.cancel(id, who.getName())) {
      throw Problem.CONFLICT.failure("rehearsal " + id + " has ended");
    }
    log.info("{} cancels rehearsal {}", who.getName(), id);
  }

  /** A scenario says itself what is wrong with it, also while it is read. */
  @ExceptionHandler
  ResponseEntity<ApiError> unread(
      HttpMessageNotReadableException unread, HttpServletRequest request) {
    for (Throwable why = unread; why != null; why = why.getCause()) {
      if (why instanceof RehearsalRefused refused) {
        return refused(refused, request);
      }
    }
    return ResponseEntity.badRequest().body(ApiError.of(Problem.BAD_INPUT, null, request));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(RehearsalRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The rehearsal cannot be played" : "无法排练";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<DrawingsController.Refusal> refused(
      DrawingRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The drawing may not be rehearsed" : "流程图有错误，不能排练";
    return ResponseEntity.unprocessableContent()
        .body(new DrawingsController.Refusal(refused.code(), message, refused.findings()));
  }
}
