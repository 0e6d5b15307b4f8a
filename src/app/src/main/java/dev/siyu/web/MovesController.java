package dev.siyu.web;

import dev.siyu.moves.MoveRefused;
import dev.siyu.moves.Moves;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
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

/** Moving running customers to another version, and ending their runs. */
@RestController
class MovesController {

  record Place(
      String elementId,
      String name,
      String type,
      long runs,
      @Nullable String target,
      @Nullable String impossible) {}

  record Preview(List<Place> places, List<Moves.Target> targets) {}

  record Moving(
      @NotNull Integer from,
      @NotNull Integer to,
      @NotNull @Size(max = 300) Map<String, @NotBlank @Size(max = 200) String> mapping,
      @NotBlank @Size(min = 3, max = 500) String reason) {}

  record Ending(@Nullable Integer version, @NotBlank @Size(min = 3, max = 500) String reason) {}

  record Begun(long id) {}

  record Runs(List<Moves.Run> items) {}

  record Left(String instanceKey, @Nullable String customerId, List<String> at, String why) {}

  record Whole(Moves.Run run, List<Left> left) {}

  record Link(@Nullable String before, @Nullable String after) {}

  private final Moves moves;

  MovesController(Moves moves) {
    this.moves = moves;
  }

  @GetMapping("/api/journeys/{processId}/moves")
  Runs list(@PathVariable String processId) {
    return new Runs(moves.list(processId));
  }

  @GetMapping("/api/journeys/{processId}/moves/preview")
  Preview preview(
      @PathVariable String processId,
      @RequestParam int from,
      @RequestParam int to,
      HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var found = moves.preview(processId, from, to);
    return new Preview(
        found.places().stream()
            .map(
                p ->
                    new Place(
                        p.elementId(),
                        p.name(),
                        p.type(),
                        p.runs(),
                        p.target(),
                        told(p.impossible(), english)))
            .toList(),
        found.targets());
  }

  private static @Nullable String told(Moves.@Nullable Said said, boolean english) {
    return said == null ? null : english ? said.en() : said.zh();
  }

  @PostMapping("/api/journeys/{processId}/moves")
  @ResponseStatus(HttpStatus.CREATED)
  Begun move(@PathVariable String processId, @Valid @RequestBody Moving in, Authentication who) {
    return new Begun(
        moves.move(
            processId, in.from(), in.to(), in.mapping(), in.reason().strip(), who.getName()));
  }

  @PostMapping("/api/journeys/{processId}/endings")
  @ResponseStatus(HttpStatus.CREATED)
  Begun end(@PathVariable String processId, @Valid @RequestBody Ending in, Authentication who) {
    return new Begun(moves.end(processId, in.version(), in.reason().strip(), who.getName()));
  }

  @GetMapping("/api/moves/{id}")
  Whole find(@PathVariable long id, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var run = moves.find(id).orElseThrow(Problem.NOT_FOUND::failure);
    var left =
        moves.left(id).stream()
            .map(
                l ->
                    new Left(
                        "" + l.instanceKey(), l.customerId(), l.at(), english ? l.en() : l.zh()))
            .toList();
    return new Whole(run, left);
  }

  @PostMapping("/api/moves/{id}/hold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hold(@PathVariable long id, Authentication who) {
    if (!moves.hold(id, who.getName())) {
      throw Problem.CONFLICT.failure("move " + id + " is not running");
    }
  }

  @PostMapping("/api/moves/{id}/go")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void go(@PathVariable long id, Authentication who) {
    if (!moves.go(id, who.getName())) {
      throw Problem.CONFLICT.failure("move " + id + " is not held");
    }
  }

  @GetMapping("/api/instances/{key}/moves")
  Link link(@PathVariable long key) {
    var link = moves.link(key);
    return new Link(
        link.before() == null ? null : "" + link.before(),
        link.after() == null ? null : "" + link.after());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(MoveRefused refused, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var status =
        switch (refused.why()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case OPEN_ALREADY -> HttpStatus.CONFLICT;
          case MAPPING, NOBODY -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var message =
        switch (refused.why()) {
          case UNKNOWN -> english ? "There is no such version" : "没有这个版本";
          case OPEN_ALREADY ->
              english ? "Customers of this journey are being moved" : "这条旅程的客户正在迁移或结束";
          case NOBODY -> english ? "No customer is inside" : "里面没有客户，只能结束客户的旅程";
          case MAPPING -> english ? "Some steps have no place in the other version" : "有步骤没有可行的去处";
        };
    return ResponseEntity.status(status)
        .body(new ApiError(refused.why().code(), message, refused.getMessage()));
  }
}
