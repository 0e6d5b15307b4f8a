package dev.siyu.web;

import dev.siyu.tasks.StaffTasks;
import dev.siyu.tasks.StaffTasks.Act;
import dev.siyu.tasks.StaffTasks.Actor;
import dev.siyu.tasks.StaffTasks.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The task centre (任务中心): what staff members are to do, and the mass sends they confirm. */
@RestController
class TasksController {

  enum State {
    OPEN,
    ENDED
  }

  record Done(@Nullable @Size(max = 500) String note) {}

  record Postponed(@NotNull Instant until) {}

  record HandedOver(@NotBlank @Size(max = 64) String to, @Nullable @Size(max = 500) String note) {}

  private final StaffTasks tasks;
  private final TasksPage page;
  private final MassSendsPage massSends;
  private final Whose whose;
  private final WebSettings.Basics basics;
  private final Clock clock;

  TasksController(
      StaffTasks tasks,
      TasksPage page,
      MassSendsPage massSends,
      Whose whose,
      WebSettings.Basics basics,
      Clock clock) {
    this.tasks = tasks;
    this.page = page;
    this.massSends = massSends;
    this.whose = whose;
    this.basics = basics;
    this.clock = clock;
  }

  @GetMapping("/api/tasks")
  Rows.Page<TasksPage.Item> list(
      @RequestParam(defaultValue = "OPEN") State state,
      @RequestParam(required = false) Whose.@Nullable Scope scope,
      @RequestParam(required = false) @Nullable String staff,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Authentication who) {
    var shown = whose.shown(who, scope, staff);
    return page.list(state == State.ENDED, shown, cursor, Rows.limit(limit));
  }

  @GetMapping("/api/tasks/team")
  List<TasksPage.Member> team(
      @RequestParam(required = false) Whose.@Nullable Scope scope, Authentication who) {
    var zone = basics.zone();
    var today = clock.instant().atZone(zone).toLocalDate();
    var tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
    return page.team(whose.shown(who, scope, null), tomorrow);
  }

  @GetMapping("/api/tasks/mass-sends")
  Rows.Page<MassSendsPage.Item> massSends(
      @RequestParam(defaultValue = "OPEN") State state,
      @RequestParam(required = false) Whose.@Nullable Scope scope,
      @RequestParam(required = false) @Nullable String staff,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Authentication who) {
    var shown = whose.shown(who, scope, staff);
    return massSends.list(state == State.ENDED, shown, cursor, Rows.limit(limit));
  }

  @GetMapping("/api/tasks/{id}/colleagues")
  List<TasksPage.Colleague> colleagues(@PathVariable long id, Authentication who) {
    var own = whose.touchable(who);
    var task =
        tasks
            .find(id)
            .filter(found -> own == null || own.equals(found.staffUserId()))
            .orElseThrow(Problem.NOT_FOUND::failure);
    return page.colleagues(task.id());
  }

  @PostMapping("/api/tasks/{id}/done")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void done(@PathVariable long id, @Valid @RequestBody Done done, Authentication who) {
    act(id, new Act.Finish(Objects.requireNonNullElse(done.note(), "")), who);
  }

  @PostMapping("/api/tasks/{id}/postpone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void postpone(@PathVariable long id, @Valid @RequestBody Postponed later, Authentication who) {
    act(id, new Act.Postpone(later.until()), who);
  }

  @PostMapping("/api/tasks/{id}/hand-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void handOver(@PathVariable long id, @Valid @RequestBody HandedOver over, Authentication who) {
    if (page.colleagues(id).stream().noneMatch(one -> one.staffUserId().equals(over.to()))) {
      throw Problem.BAD_INPUT.failure("to: " + over.to() + " (expected: one of the colleagues)");
    }
    act(id, new Act.HandOver(over.to(), Objects.requireNonNullElse(over.note(), "")), who);
  }

  private void act(long id, Act act, Authentication who) {
    switch (tasks.act(id, act, new Actor(who.getName(), whose.touchable(who)))) {
      case Answer.Done done -> {}
      case Answer.NotFound none -> throw Problem.NOT_FOUND.failure();
      case Answer.TooLate late ->
          throw Problem.CONFLICT.failure("task " + id + " is " + late.state() + " already");
      case Answer.Wrong wrong -> throw Problem.BAD_INPUT.failure(wrong.what());
    }
  }
}
