package dev.siyu.web;

import dev.siyu.content.ContentRefused;
import dev.siyu.content.MediaLibrary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Images, videos and files of content. */
@RestController
class MediaController {

  private final MediaLibrary media;

  MediaController(MediaLibrary media) {
    this.media = media;
  }

  @GetMapping("/api/media")
  List<MediaLibrary.Medium> all() {
    return media.all();
  }

  @PostMapping(path = "/api/media", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  MediaLibrary.Medium upload(@RequestPart("file") MultipartFile file, Authentication who)
      throws IOException {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "upload");
    return media.upload(name, file.getBytes(), who.getName());
  }

  /** Pictures may be shown in a page; everything else is for saving only. */
  @GetMapping("/api/media/{id}")
  ResponseEntity<byte[]> bytes(@PathVariable String id) {
    var stored = media.bytes(id).orElseThrow(Problem.NOT_FOUND::failure);
    var shown = stored.mime().startsWith("image/") || stored.mime().startsWith("video/");
    var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(stored.mime()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(stored.name(), StandardCharsets.UTF_8).build().toString())
        .body(stored.bytes());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ContentRefused refused, HttpServletRequest request) {
    return ContentAnswers.of(refused, request);
  }
}
