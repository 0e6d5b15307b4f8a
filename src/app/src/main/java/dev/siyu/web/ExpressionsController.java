package dev.siyu.web;

import dev.siyu.artifacts.Feel;
import dev.siyu.artifacts.Objection;
import dev.siyu.artifacts.Trial;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a designer try an expression on example data. */
@RestController
class ExpressionsController {

  record Question(
      @NotBlank @Size(max = 2_000) String expression,
      @NotNull @Size(max = 200) Map<String, Object> example) {}

  /**
   * @param value what came out, null for FEEL's null and when it was refused
   */
  record Tried(@Nullable String value, @Nullable Objection objection) {}

  /** Names of the functions an expression may call. */
  @GetMapping("/api/expressions/functions")
  List<String> functions() {
    return Feel.functions();
  }

  @PostMapping("/api/expressions/try")
  Tried tried(@Valid @RequestBody Question question) {
    return switch (Trial.of(question.expression(), question.example())) {
      case Trial.Answer answer -> new Tried(answer.value(), null);
      case Trial.Refused refused -> new Tried(null, refused.objection());
    };
  }
}
