package dev.siyu.web;

import dev.siyu.channels.ChannelDesk;
import dev.siyu.channels.ChannelDesk.Draft;
import dev.siyu.channels.ChannelDesk.Slice;
import dev.siyu.channels.ChannelRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
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

/** Channels and their live codes. */
@RestController
class ChannelsController {

  record TimeSlice(@NotNull LocalTime begins, @NotBlank @Size(max = 100) String content) {}

  record Terms(
      @NotBlank @Size(max = 30) String name,
      @NotNull @Pattern(regexp = "COUPON|KNOWLEDGE|GIFT|NONE") String hook,
      @NotBlank @Size(max = 100) String welcome,
      @Nullable @Size(max = 12) List<@Valid @NotNull TimeSlice> slices,
      @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> team) {

    Draft draft() {
      var given = Objects.requireNonNullElse(slices, List.<TimeSlice>of());
      if (given.stream().map(TimeSlice::begins).distinct().count() < given.size()) {
        throw Problem.BAD_INPUT.failure("slices: two begin at the same time (expected: differ)");
      }
      return new Draft(
          name,
          hook,
          welcome,
          given.stream().map(slice -> new Slice(slice.begins(), slice.content())).toList(),
          Objects.requireNonNullElse(team, List.of()));
    }
  }

  record NewChannel(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,29}") String code,
      @NotNull @Valid Terms terms) {}

  /** LOOK_UP: Siyu asks WeCom; NOT_CREATED: a person made sure that there is no such code. */
  enum Finding {
    LOOK_UP,
    NOT_CREATED
  }

  record Resolution(@NotNull Finding finding) {}

  record Found(boolean found) {}

  private final ChannelDesk desk;

  ChannelsController(ChannelDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/channels")
  List<ChannelDesk.View> all() {
    return desk.all();
  }

  @PostMapping("/api/channels")
  @ResponseStatus(HttpStatus.CREATED)
  void create(@Valid @RequestBody NewChannel fresh, Authentication who) {
    desk.create(fresh.code(), fresh.terms().draft(), who.getName());
  }

  @PostMapping("/api/channels/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable String code, @Valid @RequestBody Terms terms, Authentication who) {
    if (!desk.change(code, terms.draft(), who.getName())) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/channels/{code}/live-code")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void createCode(@PathVariable String code, Authentication who) {
    desk.createCode(known(code), who.getName());
  }

  @PostMapping("/api/channels/{code}/live-code/resolve")
  Found resolve(
      @PathVariable String code, @Valid @RequestBody Resolution resolution, Authentication who) {
    known(code);
    return switch (resolution.finding()) {
      case LOOK_UP -> new Found(desk.lookUp(code, who.getName()));
      case NOT_CREATED -> {
        desk.notCreated(code, who.getName());
        yield new Found(false);
      }
    };
  }

  @PostMapping("/api/channels/{code}/live-code/push")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void push(@PathVariable String code, Authentication who) {
    desk.push(known(code), who.getName());
  }

  @PostMapping("/api/channels/{code}/retire")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String code, Authentication who) {
    desk.retire(known(code), who.getName());
  }

  private String known(String code) {
    return desk.find(code).map(ChannelDesk.View::code).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ChannelRefused refused, HttpServletRequest request) {
    var english = ApiError.english(request);
    var message =
        switch (refused.why()) {
          case EXISTS -> english ? "There is such a channel already" : "渠道代码已被使用";
          case TOO_MANY_CODES ->
              english ? "The corp has as many live codes as it may" : "活码数量已达企业上限";
          case NO_CONTENT -> english ? "No approved text under this key" : "内容库中没有已审核的欢迎语";
          case WRONG_STATE -> english ? "Not possible in this state" : "当前状态不能这样操作";
          case NOBODY -> english ? "No account may serve this channel" : "没有可用的账号承接此渠道";
        };
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .body(new ApiError(refused.code(), message, refused.details()));
  }
}
