package dev.siyu.web;

import dev.siyu.drafts.Drafts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person draws, saved while they draw; nothing of it runs. */
@RestController
class DraftsController {

  private static final int LARGEST = 1_000_000;
  private static final String IDS = "[a-z][a-z0-9-]{2,60}";

  /**
   * @param name of the journey as it is drawn, empty or absent: by its id
   * @param seen the revision this window knows of, 0 or absent: none
   */
  record Saved(
      @Nullable @Size(max = 200) String name,
      @NotBlank @Size(max = LARGEST) String xml,
      @Min(0) int baseVersion,
      @Min(0) long seen) {}

  record Mine(List<Drafts.Draft> items) {}

  private final Drafts drafts;

  DraftsController(Drafts drafts) {
    this.drafts = drafts;
  }

  @GetMapping("/api/drafts")
  Mine mine(Authentication who) {
    return new Mine(drafts.of(who.getName()));
  }

  @GetMapping("/api/drafts/{processId}")
  Drafts.Desk desk(@PathVariable String processId, Authentication who) {
    return drafts.desk(processId, who.getName());
  }

  @PostMapping("/api/drafts/{processId}")
  Drafts.Desk save(
      @PathVariable String processId, @Valid @RequestBody Saved draft, Authentication who) {
    if (!processId.matches(IDS)) {
      throw Problem.BAD_INPUT.failure("processId: " + processId + " (expected: " + IDS + ")");
    }
    var name = Objects.requireNonNullElse(draft.name(), "");
    if ((draft.xml() + name).indexOf('\0') >= 0) {
      throw Problem.BAD_INPUT.failure("xml, name: has a zero character (expected: none)");
    }
    var drawn = new Drafts.Drawn(name, draft.xml(), draft.baseVersion(), draft.seen());
    return drafts.save(processId, who.getName(), drawn);
  }

  @GetMapping("/api/drafts/{processId}/aside/{id}")
  Drafts.Draft aside(@PathVariable String processId, @PathVariable long id, Authentication who) {
    return drafts.aside(processId, who.getName(), id).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/drafts/{processId}/aside/{id}/discard")
  void discardAside(@PathVariable String processId, @PathVariable long id, Authentication who) {
    drafts.discardAside(processId, who.getName(), id);
  }

  @PostMapping("/api/drafts/{processId}/discard")
  void discard(@PathVariable String processId, Authentication who) {
    drafts.discard(processId, who.getName());
  }
}
