package dev.siyu.web;

import dev.siyu.approvals.ApprovalAttachments;
import dev.siyu.approvals.ApprovalAttachments.Attachment;
import dev.siyu.approvals.ApprovalAttachments.Outcome;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files beside an approval. */
@RestController
class AttachmentsController {

  private final ApprovalAttachments attachments;

  AttachmentsController(ApprovalAttachments attachments) {
    this.attachments = attachments;
  }

  @GetMapping("/api/approvals/{id}/attachments")
  List<Attachment> all(@PathVariable String id, Authentication who) {
    return attachments.of(id, who.getName());
  }

  @PostMapping(
      path = "/api/approvals/{id}/attachments",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Attachment attach(
      @PathVariable String id, @RequestPart("file") MultipartFile file, Authentication who)
      throws IOException {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
    return switch (attachments.attach(id, name, file.getBytes(), who.getName())) {
      case Outcome.Attached done -> done.attachment();
      case Outcome.NotFound none -> throw Problem.NOT_FOUND.failure();
      case Outcome.Over over -> throw Problem.CONFLICT.failure();
      case Outcome.Wrong wrong -> throw Problem.BAD_INPUT.failure(wrong.what());
    };
  }

  /** For saving only: what somebody else attached is never shown inside our pages. */
  @GetMapping("/api/approvals/{id}/attachments/{number}")
  ResponseEntity<byte[]> bytes(
      @PathVariable String id, @PathVariable long number, Authentication who) {
    var stored =
        attachments.bytes(id, number, who.getName()).orElseThrow(Problem.NOT_FOUND::failure);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(stored.mime()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(stored.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(stored.bytes());
  }
}
