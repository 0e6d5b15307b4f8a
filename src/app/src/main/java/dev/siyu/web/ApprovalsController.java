package dev.siyu.web;

import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Box;
import dev.siyu.approvals.ApprovalInbox.Channel;
import dev.siyu.approvals.ApprovalInbox.Choice;
import dev.siyu.approvals.ApprovalInbox.Item;
import dev.siyu.approvals.ApprovalInbox.Outcome;
import dev.siyu.approvals.ApprovalInbox.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for people's decisions, and the decisions. */
@RestController
class ApprovalsController {

  static final String FOUR_EYES = "SIYU-8010";

  record Waiting(int mine) {}

  /**
   * @param hash of the content as it was shown
   */
  record Decision(
      @NotNull Answer answer,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash,
      @NotNull @Size(max = 500) String comment,
      @Nullable Map<String, Object> form) {

    Choice on(String id, long taskKey) {
      var filled = form == null ? Map.<String, Object>of() : form;
      return new Choice(id, taskKey, answer, hash, comment, filled, Channel.CONSOLE);
    }
  }

  record Decided(long decision) {}

  record Words(@NotBlank @Size(max = 500) String text) {}

  private final ApprovalInbox inbox;

  ApprovalsController(ApprovalInbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/api/approvals")
  List<Item> list(
      @RequestParam(defaultValue = "MINE") Box box,
      @RequestParam(defaultValue = "100") int limit,
      Authentication who) {
    return inbox.list(box, who.getName(), Rows.limit(limit));
  }

  @GetMapping("/api/approvals/waiting")
  Waiting waiting(Authentication who) {
    return new Waiting(inbox.waiting(who.getName()));
  }

  @GetMapping("/api/approvals/{id}")
  Page page(@PathVariable String id, Authentication who) {
    return inbox.find(id, who.getName()).orElseThrow(Problem.NOT_FOUND::failure);
  }

  @PostMapping("/api/approvals/{id}/tasks/{taskKey}/decision")
  ResponseEntity<Object> decide(
      @PathVariable String id,
      @PathVariable long taskKey,
      @Valid @RequestBody Decision decision,
      Authentication who,
      HttpServletRequest request) {
    return switch (inbox.decide(decision.on(id, taskKey), who.getName())) {
      case Outcome.Accepted stored ->
          ResponseEntity.accepted().body(new Decided(stored.decision()));
      case Outcome.Refused refused -> {
        var message = ApiError.english(request) ? refused.en() : refused.zh();
        yield ResponseEntity.status(HttpStatus.CONFLICT)
            .body(new ApiError(FOUR_EYES, message, refused.rule()));
      }
      case Outcome.NotFound none -> throw Problem.NOT_FOUND.failure();
      case Outcome.Wrong wrong -> throw Problem.BAD_INPUT.failure(wrong.what());
    };
  }

  @PostMapping("/api/approvals/{id}/tasks/{taskKey}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void claim(@PathVariable String id, @PathVariable long taskKey, Authentication who) {
    done(inbox.claim(id, taskKey, who.getName()));
  }

  @PostMapping("/api/approvals/{id}/tasks/{taskKey}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable String id, @PathVariable long taskKey, Authentication who) {
    done(inbox.release(id, taskKey, who.getName()));
  }

  @PostMapping("/api/approvals/{id}/comments")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void comment(@PathVariable String id, @Valid @RequestBody Words words, Authentication who) {
    if (!inbox.comment(id, words.text(), who.getName())) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/approvals/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String id, @Valid @RequestBody Words words, Authentication who) {
    done(inbox.withdraw(id, words.text(), who.getName()));
  }

  private static void done(boolean done) {
    if (!done) {
      throw Problem.CONFLICT.failure();
    }
  }
}
