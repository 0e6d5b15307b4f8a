package dev.siyu.web;

import dev.siyu.why.Verdict;
import dev.siyu.why.WhyAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why did (not) this person get this message: one sentence. */
@RestController
class WhyController {

  /**
   * @param verdict which case it is, e.g. REFUSED
   * @param rule the contact rule, where one decided
   * @param until when it may go, or when the run goes on; null where no moment is known
   */
  record Answer(String verdict, String sentence, @Nullable String rule, @Nullable Instant until) {}

  record Choices(List<WhyAnswers.Choice> items) {}

  private final WhyAnswers answers;
  private final WebSettings.Basics basics;

  WhyController(WhyAnswers answers, WebSettings.Basics basics) {
    this.answers = answers;
    this.basics = basics;
  }

  @GetMapping("/api/customers/{id}/why/choices")
  Choices choices(@PathVariable String id) {
    return new Choices(answers.choices(id));
  }

  @GetMapping("/api/customers/{id}/why")
  Answer why(
      @PathVariable String id,
      @RequestParam String journey,
      @RequestParam String step,
      HttpServletRequest request) {
    var verdict = answers.answer(id, journey, step).orElseThrow(Problem.NOT_FOUND::failure);
    var sentence = new WhySentence(ApiError.english(request), basics.zone()).of(verdict);
    return new Answer(name(verdict), sentence, rule(verdict), until(verdict));
  }

  /** {@code NotInJourney} is NOT_IN_JOURNEY. */
  private static String name(Verdict verdict) {
    var name = verdict.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static @Nullable String rule(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused.rule();
      case Verdict.NotMade not -> not.code();
      default -> null;
    };
  }

  private static @Nullable Instant until(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused.notBefore();
      case Verdict.Pending pending -> pending.ahead().until();
      case Verdict.Made made -> made.next() == null ? null : made.next().until();
      case Verdict.Interrupted event -> event.next() == null ? null : event.next().until();
      default -> null;
    };
  }
}
