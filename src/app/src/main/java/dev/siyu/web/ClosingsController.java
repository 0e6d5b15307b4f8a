package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.closings.Closings;
import dev.siyu.closings.Closings.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closing months (月结) and what departments say to their statements. */
@RestController
class ClosingsController {

  /**
   * @param own department of the reader who acts for one; null for boss, finance and audit
   */
  record Listed(List<Closings.View> items, @Nullable String own) {}

  record Begin(@NotNull YearMonth month) {}

  record Confirm(@NotBlank @Size(max = 64) String hash) {}

  record Contest(@NotBlank @Size(max = 64) String hash, @NotBlank @Size(max = 500) String reason) {}

  private final Closings closings;
  private final People people;
  private final Sight sight;

  ClosingsController(Closings closings, People people, Sight sight) {
    this.closings = closings;
    this.people = people;
    this.sight = sight;
  }

  /** A manager sees what the own department said. */
  @GetMapping("/api/closings")
  Listed list(Authentication who) {
    var own = sight.confinedTo(who);
    var all = closings.list();
    return new Listed(
        own == null ? all : all.stream().map(one -> confined(one, own)).toList(), own);
  }

  private static Closings.View confined(Closings.View one, String own) {
    return new Closings.View(
        one.month(),
        one.state(),
        one.round(),
        one.openedBy(),
        one.openedAt(),
        one.confirmBy(),
        "",
        null,
        one.confirmations().stream().filter(said -> said.department().equals(own)).toList());
  }

  @PostMapping("/api/closings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void open(@Valid @RequestBody Begin begin, Authentication who) {
    closings.open(begin.month(), who.getName());
  }

  @PostMapping("/api/closings/{month}/go-on")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void goOn(@PathVariable YearMonth month, Authentication who) {
    closings.goOn(month, who.getName());
  }

  @PostMapping("/api/closings/{month}/call-off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void callOff(@PathVariable YearMonth month, Authentication who) {
    closings.callOff(month, who.getName());
  }

  @PostMapping("/api/closings/{month}/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(
      @PathVariable YearMonth month, @Valid @RequestBody Confirm confirm, Authentication who) {
    answer(month, Answer.CONFIRMED, confirm.hash(), "", who);
  }

  @PostMapping("/api/closings/{month}/contest")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void contest(
      @PathVariable YearMonth month, @Valid @RequestBody Contest contest, Authentication who) {
    answer(month, Answer.CONTESTED, contest.hash(), contest.reason().strip(), who);
  }

  private void answer(
      YearMonth month, Answer answer, String hash, String note, Authentication who) {
    var department =
        people.find(who.getName()).orElseThrow(Problem.FORBIDDEN::failure).department();
    closings.answer(month, department, answer, hash, note, who.getName());
  }
}
