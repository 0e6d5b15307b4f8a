package dev.siyu.web;

import dev.siyu.groups.GroupRefused;
import dev.siyu.groups.JoinWayDesk;
import dev.siyu.groups.JoinWayDesk.Draft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** Ways into groups (加入群聊). */
@RestController
class JoinWaysController {

  record Terms(
      @NotBlank @Size(max = 30) String name,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 64) String> chats,
      @NotNull Boolean autoCreate,
      @NotNull @Size(max = 20) String baseName) {

    Draft draft() {
      return new Draft(name, chats.stream().distinct().toList(), autoCreate, baseName);
    }
  }

  record NewWay(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,29}") String state,
      @NotNull @Valid Terms terms) {}

  private final JoinWayDesk desk;

  JoinWaysController(JoinWayDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/join-ways")
  List<JoinWayDesk.View> all() {
    return desk.all();
  }

  @PostMapping("/api/join-ways")
  @ResponseStatus(HttpStatus.CREATED)
  void create(@Valid @RequestBody NewWay fresh, Authentication who) {
    desk.create(fresh.state(), fresh.terms().draft(), who.getName());
  }

  @PostMapping("/api/join-ways/{state}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable String state, @Valid @RequestBody Terms terms, Authentication who) {
    desk.change(known(state), terms.draft(), who.getName());
  }

  @PostMapping("/api/join-ways/{state}/create")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void createAgain(@PathVariable String state, Authentication who) {
    desk.createAgain(known(state), who.getName());
  }

  @PostMapping("/api/join-ways/{state}/retire")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String state, Authentication who) {
    desk.retire(known(state), who.getName());
  }

  private String known(String state) {
    return desk.find(state).map(JoinWayDesk.View::state).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(GroupRefused refused, HttpServletRequest request) {
    return GroupsController.answer(refused, request);
  }
}
