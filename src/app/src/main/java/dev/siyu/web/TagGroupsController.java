package dev.siyu.web;

import dev.siyu.groups.GroupRefused;
import dev.siyu.groups.GroupWelcomeDesk;
import dev.siyu.groups.TagGroups;
import dev.siyu.groups.TagGroups.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Groups built from chosen customers (标签建群), and what groups say to newcomers. */
@RestController
class TagGroupsController {

  record Chosen(
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 60) String> tags,
      @NotNull @Size(max = 3) List<@NotBlank @Size(max = 20) String> layers,
      @NotNull @Size(max = 10) List<@NotBlank @Size(max = 20) String> stages) {

    Choice choice() {
      return new Choice(tags, layers, stages);
    }
  }

  record Asked(@NotNull @Valid Chosen choice, @NotBlank @Size(max = 30) String joinWay) {}

  record NewTagGroup(
      @NotBlank @Size(max = 60) String name,
      @NotNull @Valid Chosen choice,
      @NotBlank @Size(max = 30) String joinWay,
      @NotBlank @Size(max = 100) String content) {}

  record NewWelcome(@NotBlank @Size(max = 100) String content) {}

  record Overview(List<TagGroups.View> tagGroups, TagGroups.Choices choices) {}

  record Started(long id) {}

  private final TagGroups tagGroups;
  private final GroupWelcomeDesk welcomes;

  TagGroupsController(TagGroups tagGroups, GroupWelcomeDesk welcomes) {
    this.tagGroups = tagGroups;
    this.welcomes = welcomes;
  }

  @GetMapping("/api/tag-groups")
  Overview all() {
    return new Overview(tagGroups.all(), tagGroups.choices());
  }

  @PostMapping("/api/tag-groups/preview")
  TagGroups.Preview preview(@Valid @RequestBody Asked asked) {
    return tagGroups.preview(asked.choice().choice(), asked.joinWay());
  }

  @PostMapping("/api/tag-groups")
  @ResponseStatus(HttpStatus.CREATED)
  Started start(@Valid @RequestBody NewTagGroup fresh, Authentication who) {
    return new Started(
        tagGroups.start(
            fresh.name(),
            fresh.choice().choice(),
            fresh.joinWay(),
            fresh.content(),
            who.getName()));
  }

  @GetMapping("/api/group-welcomes")
  List<GroupWelcomeDesk.View> welcomes() {
    return welcomes.all();
  }

  @PostMapping("/api/group-welcomes")
  @ResponseStatus(HttpStatus.CREATED)
  void addWelcome(@Valid @RequestBody NewWelcome fresh, Authentication who) {
    welcomes.create(fresh.content(), who.getName());
  }

  @PostMapping("/api/group-welcomes/{id}/refresh")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refreshWelcome(@PathVariable long id) {
    if (!welcomes.refresh(id)) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/group-welcomes/{id}/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteWelcome(@PathVariable long id) {
    if (!welcomes.delete(id)) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(GroupRefused refused, HttpServletRequest request) {
    return GroupsController.answer(refused, request);
  }
}
