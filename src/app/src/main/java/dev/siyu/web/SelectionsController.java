package dev.siyu.web;

import dev.siyu.products.ProductKind;
import dev.siyu.selections.SelectionRefused;
import dev.siyu.selections.Selections;
import dev.siyu.selections.Selections.Seen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Rounds of the product selection. */
@RestController
class SelectionsController {

  private static final int BEST = 50;

  record Rounds(List<Selections.Line> items) {}

  record Market(List<Selections.Sales> items) {}

  record Check(String name, boolean passed, String reason) {}

  record Line(Selections.Candidate candidate, List<Check> checks) {}

  record Whole(Selections.Round round, List<Line> lines) {}

  record Opening(
      @NotBlank @Size(max = 60) String name,
      @NotNull LocalDate effectiveOn,
      @Min(1) @Max(26) int reviewWeeks) {}

  record Opened(long round) {}

  record Measured(int products) {}

  record Wish(
      @NotNull Integer revision,
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}") String sku,
      @NotBlank @Size(max = 80) String name,
      @NotNull ProductKind kind,
      @Min(1) @Max(99) int rank,
      @Positive long priceCents,
      long marginCents,
      @Nullable @Size(max = 40) String starSku,
      @Nullable @Positive Long publicPriceCents) {

    Selections.Wish wish() {
      return new Selections.Wish(
          sku, name.strip(), kind, rank, priceCents, marginCents, starSku, publicPriceCents);
    }
  }

  record Act(@NotNull Integer revision) {}

  record ActWithReason(@NotNull Integer revision, @NotBlank @Size(max = 500) String reason) {}

  record Review(
      @NotNull Integer revision,
      @NotNull @Size(max = 200) Map<String, @NotNull Boolean> stays,
      @NotNull @Size(max = 500) String note) {}

  private final Selections desk;

  SelectionsController(Selections desk) {
    this.desk = desk;
  }

  @GetMapping("/api/selections")
  Rounds rounds() {
    return new Rounds(desk.rounds());
  }

  @GetMapping("/api/selections/market")
  Market market() {
    return new Market(desk.market(BEST));
  }

  @GetMapping("/api/selections/{round}")
  Whole round(@PathVariable long round, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    var found = desk.find(round).orElseThrow(Problem.NOT_FOUND::failure);
    var lines =
        found.candidates().stream()
            .map(
                one ->
                    new Line(
                        one, one.checks().stream().map(check -> told(check, english)).toList()))
            .toList();
    return new Whole(found, lines);
  }

  @PostMapping("/api/selections")
  @ResponseStatus(HttpStatus.CREATED)
  Opened open(@Valid @RequestBody Opening opening, Authentication who) {
    return new Opened(
        desk.open(
            opening.name().strip(), opening.effectiveOn(), opening.reviewWeeks(), who.getName()));
  }

  @PostMapping("/api/products/measure")
  Measured measure() {
    return new Measured(desk.measureMatrix());
  }

  @PostMapping("/api/selections/{round}/candidates")
  Seen put(@PathVariable long round, @Valid @RequestBody Wish wish, Authentication who) {
    if (wish.marginCents() > wish.priceCents()) {
      throw Problem.BAD_INPUT.failure("marginCents: more than the price");
    }
    return desk.put(new Seen(round, wish.revision()), wish.wish(), who.getName());
  }

  @PostMapping("/api/selections/{round}/candidates/{sku}/drop")
  Seen drop(
      @PathVariable long round,
      @PathVariable String sku,
      @Valid @RequestBody Act act,
      Authentication who) {
    return desk.drop(new Seen(round, act.revision()), sku, who.getName());
  }

  @PostMapping("/api/selections/{round}/submit")
  Seen submit(@PathVariable long round, @Valid @RequestBody Act act, Authentication who) {
    return desk.submit(new Seen(round, act.revision()), who.getName());
  }

  @PostMapping("/api/selections/{round}/withdraw")
  Seen withdraw(
      @PathVariable long round, @Valid @RequestBody ActWithReason act, Authentication who) {
    return desk.withdraw(new Seen(round, act.revision()), act.reason().strip(), who.getName());
  }

  @PostMapping("/api/selections/{round}/review")
  Seen review(@PathVariable long round, @Valid @RequestBody Review review, Authentication who) {
    return desk.review(
        new Seen(round, review.revision()), review.stays(), review.note().strip(), who.getName());
  }

  private static Check told(Selections.Check check, boolean english) {
    return new Check(check.name(), check.passed(), english ? check.en() : check.zh());
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(SelectionRefused refused, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    Object details =
        refused.failed().isEmpty()
            ? refused.getMessage()
            : refused.failed().stream().map(one -> english ? one.en() : one.zh()).toList();
    var status =
        switch (refused.why()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case OPEN_ALREADY, CHANGED -> HttpStatus.CONFLICT;
          case CHECKS, BAD_INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var message =
        switch (refused.why()) {
          case UNKNOWN -> english ? "There is no such round or candidate" : "没有这个轮次或候选";
          case OPEN_ALREADY -> english ? "A round is being chosen for" : "已有一轮选品在进行";
          case CHANGED -> english ? "It has changed, reload and look again" : "内容已变化，请刷新后再操作";
          case CHECKS -> english ? "Checks are not passed" : "有检查没有通过";
          case BAD_INPUT -> english ? "The input is not valid" : "输入有误";
        };
    return ResponseEntity.status(status).body(new ApiError(refused.why().code(), message, details));
  }
}
