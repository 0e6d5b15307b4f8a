package dev.siyu.web;

import dev.siyu.content.ContentDesk;
import dev.siyu.content.ContentDesk.Draft;
import dev.siyu.content.ContentDesk.Seen;
import dev.siyu.content.ContentLibrary;
import dev.siyu.content.ContentRefused;
import dev.siyu.content.PieceAttachment;
import dev.siyu.content.PieceKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Content: who reads, writes and decides; the desk guards every act. */
@RestController
class ContentController {

  record Overview(
      List<ContentLibrary.Entry> pieces,
      List<ContentLibrary.Kit> kits,
      List<ContentLibrary.Help> placeholders,
      ContentLibrary.Limits limits) {}

  record NewPiece(
      @NotNull @Size(max = 60) String key,
      @NotNull PieceKind kind,
      @Nullable @Size(max = 60) String product,
      @NotNull @Size(max = 100) String title,
      @NotNull String text,
      @Nullable @Size(max = 20) List<PieceAttachment> attachments) {}

  record Edit(
      @NotNull Integer revision,
      @NotNull PieceKind kind,
      @Nullable @Size(max = 60) String product,
      @NotNull @Size(max = 100) String title,
      @NotNull String text,
      @Nullable @Size(max = 20) List<PieceAttachment> attachments) {}

  /** The revision the person saw. */
  record Act(@NotNull Integer revision, @Nullable @Size(max = 500) String reason) {}

  record ActWithReason(@NotNull Integer revision, @NotBlank @Size(max = 500) String reason) {}

  record Kit(@NotNull @Size(max = 60) String product, @NotBlank @Size(max = 60) String name) {}

  private final ContentDesk desk;
  private final ContentLibrary library;

  ContentController(ContentDesk desk, ContentLibrary library) {
    this.desk = desk;
    this.library = library;
  }

  @GetMapping("/api/contents")
  Overview overview() {
    return new Overview(
        library.entries(), library.kits(), library.placeholders(), library.limits());
  }

  @GetMapping("/api/contents/{key}")
  ContentLibrary.Piece piece(@PathVariable String key) {
    return library.piece(key).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/contents")
  @ResponseStatus(HttpStatus.CREATED)
  Seen create(@Valid @RequestBody NewPiece fresh, Authentication who) {
    var draft =
        new Draft(
            fresh.kind(),
            product(fresh.product()),
            fresh.title(),
            fresh.text(),
            Objects.requireNonNullElse(fresh.attachments(), List.of()));
    return desk.create(fresh.key(), draft, who.getName());
  }

  @PostMapping("/api/contents/{key}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  Seen revise(@PathVariable String key, Authentication who) {
    return desk.revise(key, who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}")
  Seen edit(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody Edit edit,
      Authentication who) {
    var draft =
        new Draft(
            edit.kind(),
            product(edit.product()),
            edit.title(),
            edit.text(),
            Objects.requireNonNullElse(edit.attachments(), List.of()));
    return desk.edit(new Seen(key, version, edit.revision()), draft, who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/submit")
  Seen submit(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody Act act,
      Authentication who) {
    return desk.submit(new Seen(key, version, act.revision()), who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/withdraw")
  Seen withdraw(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody ActWithReason act,
      Authentication who) {
    return desk.withdraw(new Seen(key, version, act.revision()), act.reason(), who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/approve")
  Seen approve(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody Act act,
      Authentication who) {
    return desk.approve(new Seen(key, version, act.revision()), act.reason(), who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/reject")
  Seen reject(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody ActWithReason act,
      Authentication who) {
    return desk.reject(new Seen(key, version, act.revision()), act.reason(), who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/retire")
  Seen retire(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody ActWithReason act,
      Authentication who) {
    return desk.retire(new Seen(key, version, act.revision()), act.reason(), who.getName());
  }

  @PostMapping("/api/contents/{key}/versions/{version}/publish")
  Seen publish(
      @PathVariable String key,
      @PathVariable int version,
      @Valid @RequestBody Act act,
      Authentication who) {
    return desk.publish(new Seen(key, version, act.revision()), who.getName());
  }

  @PostMapping("/api/content-kits")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void nameKit(@Valid @RequestBody Kit kit, Authentication who) {
    desk.nameKit(kit.product(), kit.name(), who.getName());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ContentRefused refused, HttpServletRequest request) {
    return ContentAnswers.of(refused, request);
  }

  private static @Nullable String product(@Nullable String product) {
    return product == null || product.isBlank() ? null : product.strip();
  }
}
