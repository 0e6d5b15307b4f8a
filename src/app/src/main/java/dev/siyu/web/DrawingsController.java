package dev.siyu.web;

import dev.siyu.journeys.DrawingRefused;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the modeler page loads, has checked and deploys. */
@RestController
class DrawingsController {

  private static final int LARGEST = 1_000_000;

  record Drawing(@NotBlank @Size(max = LARGEST) String xml) {}

  record NewVersion(
      @NotBlank @Size(max = LARGEST) String xml, @Nullable @Size(max = 500) String comment) {}

  record Findings(List<Finding> findings) {}

  record Deployed(String processId, int version, String definitionKey) {}

  record Refusal(String code, String message, List<Finding> findings) {}

  private final ObjectProvider<JourneyStudio> studios;
  private final boolean direct;

  /**
   * @param direct whether a version may go to everybody without a launch
   */
  DrawingsController(
      ObjectProvider<JourneyStudio> studios,
      @Value("${siyu.launches.direct-deploy:#{'${siyu.mode:sample}' == 'sample'}}")
          boolean direct) {
    this.studios = studios;
    this.direct = direct;
  }

  @GetMapping("/api/templates")
  List<Map<String, Object>> templates() {
    return studio().templates();
  }

  @GetMapping("/api/lint-rules")
  List<JourneyStudio.Rule> rules() {
    return studio().rules();
  }

  @GetMapping("/api/drawings/{processId}")
  Drawing drawing(@PathVariable String processId) {
    return new Drawing(studio().drawing(processId).orElseThrow(Problem.NOT_FOUND::failure));
  }

  @GetMapping("/api/drawings/{processId}/versions")
  List<JourneyStudio.Version> versions(@PathVariable String processId) {
    var versions = studio().versions(processId);
    if (versions.isEmpty()) {
      throw Problem.NOT_FOUND.failure();
    }
    return versions;
  }

  @GetMapping("/api/drawings/{processId}/versions/{version}")
  Drawing version(@PathVariable String processId, @PathVariable int version) {
    return new Drawing(
        studio().drawing(processId, version).orElseThrow(Problem.NOT_FOUND::failure));
  }

  @GetMapping("/api/drawings/{processId}/shipped")
  JourneyStudio.Shipped shipped(@PathVariable String processId) {
    return studio().shipped(processId).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/drawings/check")
  Findings check(@Valid @RequestBody Drawing drawing) {
    return new Findings(studio().check(drawing.xml()));
  }

  @PostMapping("/api/drawings/deploy")
  Deployed deploy(@Valid @RequestBody NewVersion drawing, Authentication who) {
    if (!direct) {
      throw Problem.LAUNCH_NEEDED.failure();
    }
    var deployed = studio().deploy(drawing.xml(), drawing.comment(), who.getName());
    return new Deployed(
        deployed.processId(), deployed.version(), String.valueOf(deployed.definitionKey()));
  }

  private JourneyStudio studio() {
    return Optional.ofNullable(studios.getIfAvailable()).orElseThrow(Problem.NOT_READY::failure);
  }

  @ExceptionHandler
  ResponseEntity<Refusal> refused(DrawingRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The drawing may not be deployed" : "流程图有错误，不能发布";
    return ResponseEntity.unprocessableContent()
        .body(new Refusal(refused.code(), message, refused.findings()));
  }
}
