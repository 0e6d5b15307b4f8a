package dev.siyu.web;

import dev.siyu.tags.TagDesk;
import dev.siyu.tags.TagRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

/** The corp's tags (标签): seen, created, renamed, deleted, fetched anew. */
@RestController
class TagsController {

  record Fresh(
      @NotBlank @Size(max = 30) String group,
      @NotNull @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 30) String> names) {}

  record Name(@NotBlank @Size(max = 30) String name) {}

  record Synced(int looks) {}

  private final TagDesk tags;

  TagsController(TagDesk tags) {
    this.tags = tags;
  }

  @GetMapping("/api/tags")
  TagDesk.Board board() {
    return tags.board();
  }

  @PostMapping("/api/tags")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void create(@Valid @RequestBody Fresh fresh, Authentication who) {
    var names = fresh.names().stream().map(String::strip).distinct().toList();
    tags.create(fresh.group().strip(), names, who.getName());
  }

  @PostMapping("/api/tags/{id}/name")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rename(@PathVariable String id, @Valid @RequestBody Name name, Authentication who) {
    tags.rename(id, name.name().strip(), who.getName());
  }

  @PostMapping("/api/tags/{id}/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, Authentication who) {
    tags.delete(id, who.getName());
  }

  @PostMapping("/api/tag-sync")
  Synced sync(Authentication who) {
    return new Synced(tags.syncAll(who.getName()));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(TagRefused refused, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var message =
        switch (refused.code()) {
          case "SIYU-3500" -> english ? "WeCom's list was not fetched" : "没有取到企业微信的标签列表";
          case "SIYU-3501" -> english ? "There would be too many tags" : "标签数量将超过上限";
          case "SIYU-3505" ->
              english
                  ? "WeCom gave no answer; the list is fetched again"
                  : "企业微信没有回应，结果不明，正在重新拉取列表";
          default -> english ? "WeCom refuses this" : "企业微信不允许此操作（只能修改本应用创建的标签）";
        };
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
