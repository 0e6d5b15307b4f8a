package dev.siyu.web;

import dev.siyu.replay.Replay;
import dev.siyu.replay.ReplayOrder;
import dev.siyu.replay.ReplayProgress;
import dev.siyu.replay.ReplayRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Replays recorded orders through the whole product: the sample year or CSV files handed in. */
@RestController
class ReplayController {

  private static final Logger log = LoggerFactory.getLogger(ReplayController.class);

  /** As text, checked by the replay itself, so that HTTP and command line mean the same. */
  record Wish(
      @Nullable String from,
      @Nullable String to,
      @Nullable String firstBoughtFrom,
      @Nullable String firstBoughtUntil,
      @Nullable String customers,
      @Nullable String speed,
      @Nullable String strangersToo,
      @Nullable String goods) {

    String text() {
      Map<String, @Nullable String> parts = new LinkedHashMap<>();
      parts.put("from", from);
      parts.put("to", to);
      parts.put("firstBoughtFrom", firstBoughtFrom);
      parts.put("firstBoughtUntil", firstBoughtUntil);
      parts.put("customers", customers);
      parts.put("speed", speed);
      parts.put("strangersToo", strangersToo == null ? "false" : strangersToo);
      parts.put("goods", goods);
      return parts.entrySet().stream()
          .filter(part -> Objects.requireNonNullElse(part.getValue(), "").length() > 0)
          .map(part -> part.getKey() + "=" + part.getValue())
          .collect(Collectors.joining(","));
    }
  }

  private final Replay replay;
  private final WebSettings.Basics basics;

  ReplayController(Replay replay, WebSettings.Basics basics) {
    this.replay = replay;
    this.basics = basics;
  }

  @GetMapping("/api/replay")
  ReplayProgress progress() {
    return replay.progress();
  }

  @PostMapping(path = "/api/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReplayProgress start(@RequestBody Wish wish, Authentication who) {
    return start(wish, List.of(), who);
  }

  @PostMapping(path = "/api/replay", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReplayProgress startWithFiles(
      @ModelAttribute Wish wish, @RequestPart("file") List<MultipartFile> file, Authentication who)
      throws IOException {
    var files = new ArrayList<ReplayOrder.File>();
    for (var one : file) {
      var name = Objects.requireNonNullElse(one.getOriginalFilename(), "upload.csv");
      files.add(new ReplayOrder.File(name.replaceAll("[^\\p{L}\\p{N}._ -]", "_"), one.getBytes()));
    }
    return start(wish, files, who);
  }

  @PostMapping("/api/replay/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReplayProgress stop(Authentication who) {
    log.info("{} stops the replay", who.getName());
    replay.stop();
    return replay.progress();
  }

  private ReplayProgress start(Wish wish, List<ReplayOrder.File> files, Authentication who) {
    if (!basics.sample()) {
      throw Problem.SAMPLE_ONLY.failure();
    }
    var order = ReplayOrder.parse(wish.text(), files);
    log.info("{} starts a replay: {} with {} files", who.getName(), wish.text(), files.size());
    replay.start(order);
    return replay.progress();
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ReplayRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The replay cannot be started" : "无法开始回放";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
