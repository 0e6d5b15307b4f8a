package dev.siyu.web;

import dev.siyu.approvals.ApprovalDeputies;
import dev.siyu.approvals.ApprovalDeputies.Deputy;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** Who decides: the limits, and deputies. */
@RestController
class ApprovalRulesController {

  private static final int LARGEST = 250_000;

  record Table(@NotBlank @Size(max = LARGEST) String xml) {}

  record NewTable(
      @NotBlank @Size(max = LARGEST) String xml, @Nullable @Size(max = 500) String comment) {}

  record Check(@Nullable String objection) {}

  record Version(int version, String source, String actor, @Nullable String comment, Instant at) {}

  record Rules(int version, String xml, List<Version> versions) {}

  record Absence(
      @NotBlank @Size(max = 40) String person,
      @NotBlank @Size(max = 40) String deputy,
      @Nullable ApprovalKind kind,
      @NotNull Instant from,
      @NotNull Instant until) {}

  record Named(long id) {}

  private final ApprovalLimits limits;
  private final ApprovalDeputies deputies;

  ApprovalRulesController(ApprovalLimits limits, ApprovalDeputies deputies) {
    this.limits = limits;
    this.deputies = deputies;
  }

  @GetMapping("/api/approval-limits")
  Rules rules() {
    var rules = limits.rules();
    return new Rules(
        rules.version(),
        rules.xml(),
        limits.versions().stream().map(ApprovalRulesController::version).toList());
  }

  @PostMapping("/api/approval-limits/check")
  Check check(@Valid @RequestBody Table table) {
    return new Check(limits.objection(table.xml()));
  }

  @PostMapping("/api/approval-limits")
  Version change(@Valid @RequestBody NewTable table, Authentication who) {
    return version(limits.change(table.xml(), table.comment(), who.getName()));
  }

  @GetMapping("/api/approval-deputies")
  List<Deputy> deputies() {
    return deputies.all();
  }

  @PostMapping("/api/approval-deputies")
  @ResponseStatus(HttpStatus.CREATED)
  Named name(@Valid @RequestBody Absence absence, Authentication who) {
    var wish =
        new Deputy(
            0,
            absence.person(),
            absence.deputy(),
            absence.kind(),
            absence.from(),
            absence.until(),
            who.getName(),
            null);
    return new Named(deputies.name(wish, who.getName(), isAdmin(who)));
  }

  @PostMapping("/api/approval-deputies/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long id, Authentication who) {
    if (!deputies.end(id, who.getName(), isAdmin(who))) {
      throw Problem.CONFLICT.failure();
    }
  }

  private static boolean isAdmin(Authentication who) {
    return who.getAuthorities().stream()
        .anyMatch(authority -> "ROLE_ADMIN".equals(authority.getAuthority()));
  }

  private static Version version(ApprovalLimits.Rules rules) {
    return new Version(rules.version(), rules.source(), rules.actor(), rules.comment(), rules.at());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(
      ApprovalLimits.RulesRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "The table may not decide" : "这张权限表不能使用";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(
      ApprovalDeputies.DeputyRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "This cannot be a deputy" : "不能这样指定代理人";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
