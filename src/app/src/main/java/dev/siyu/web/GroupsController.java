package dev.siyu.web;

import dev.siyu.groups.GroupRefused;
import dev.siyu.groups.Groups;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customer groups: who is in them, what is said, whether the weekly SOP runs. */
@RestController
class GroupsController {

  record All(List<Groups.View> groups, Groups.Compared compared) {}

  record Operation(@NotNull Boolean on) {}

  /** Null: the general capacity. */
  record Capacity(@Nullable @Min(2) @Max(2000) Integer capacity) {}

  private final Groups groups;

  GroupsController(Groups groups) {
    this.groups = groups;
  }

  @GetMapping("/api/groups")
  All all() {
    return new All(groups.all(), groups.compared());
  }

  @GetMapping("/api/groups/{chatId}")
  Groups.Detail one(@PathVariable String chatId) {
    return groups.find(chatId).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/groups/{chatId}/operate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void operate(
      @PathVariable String chatId, @Valid @RequestBody Operation operation, Authentication who) {
    if (!groups.operate(chatId, operation.on(), who.getName())) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/groups/{chatId}/capacity")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void capacity(
      @PathVariable String chatId, @Valid @RequestBody Capacity capacity, Authentication who) {
    if (!groups.capacity(chatId, capacity.capacity(), who.getName())) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/groups/compare")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void compare() {
    groups.compare();
  }

  /** Also for the other controllers of groups. */
  static ResponseEntity<ApiError> answer(GroupRefused refused, HttpServletRequest request) {
    var english = ApiError.english(request);
    var message =
        switch (refused.why()) {
          case NO_SUCH_GROUP -> english ? "There is no such group" : "没有这个群";
          case EXISTS -> english ? "This code is taken" : "代码已被使用";
          case WRONG_STATE -> english ? "Not possible in this state" : "当前状态不能这样操作";
          case NO_CONTENT -> english ? "No approved text under this key" : "内容库中没有已审核的内容";
          case NO_ROOM -> english ? "No group that can be joined" : "没有可加入的群";
          case WECOM -> english ? "WeCom said no" : "企业微信拒绝了";
          case TOO_MANY -> english ? "More than allowed" : "超过数量上限";
        };
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.details()));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(GroupRefused refused, HttpServletRequest request) {
    return answer(refused, request);
  }
}
