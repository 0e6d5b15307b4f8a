package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.attribution.Split.Share;
import dev.siyu.disputes.Disputes;
import dev.siyu.disputes.Disputes.About;
import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.Stance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disputes (争议): a manager acts for their own department. */
@RestController
class DisputesController {

  private static final Logger log = LoggerFactory.getLogger(DisputesController.class);
  private static final ClassPathResource FORM = new ClassPathResource("forms/dispute-answer.form");

  /**
   * @param own department of the reader who acts for one; null for boss, finance and audit
   */
  record Listed(List<Disputes.View> items, @Nullable String own) {}

  record Whole(Disputes.View dispute, List<Disputes.Step> steps, @Nullable String own) {}

  record Form(String schema) {}

  record Lines(List<OrderLines.Line> items) {}

  record Made(String id) {}

  record Opening(
      @NotBlank @Size(max = 60) String source,
      @NotBlank @Size(max = 100) String orderId,
      @NotNull About about,
      @NotNull @Size(min = 1, max = 20) List<@NotNull Share> shares,
      @NotBlank @Size(max = 1000) String reason,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> lines,
      @Nullable @Size(max = 10) List<@NotBlank @Size(max = 500) String> links) {}

  record Answer(
      @NotNull Stance stance,
      @NotBlank @Size(max = 1000) String text,
      @Nullable @Size(max = 10) List<@NotBlank @Size(max = 500) String> links) {}

  record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

  private final Disputes disputes;
  private final OrderLines orderLines;
  private final People people;
  private final Sight sight;

  DisputesController(Disputes disputes, OrderLines orderLines, People people, Sight sight) {
    this.disputes = disputes;
    this.orderLines = orderLines;
    this.people = people;
    this.sight = sight;
  }

  /** All, or those about one order. */
  @GetMapping("/api/disputes")
  Listed list(
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String orderId,
      Authentication who) {
    var own = sight.confinedTo(who);
    if (source == null && orderId == null) {
      return new Listed(disputes.list(own), own);
    }
    if (source == null || orderId == null) {
      throw Problem.BAD_INPUT.failure("source, orderId (expected: both or none)");
    }
    return new Listed(disputes.of(source, orderId, own), own);
  }

  @GetMapping("/api/disputes/{id}")
  Whole one(@PathVariable String id, Authentication who) {
    var own = sight.confinedTo(who);
    var page = disputes.find(id, own).orElseThrow(Problem.NOT_FOUND::failure);
    return new Whole(page.dispute(), page.steps(), own);
  }

  /** What is filled in to answer; read each time, it is small and seldom asked for. */
  @GetMapping("/api/dispute-form")
  Form form() throws IOException {
    return new Form(FORM.getContentAsString(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/dispute-lines")
  Lines lines(@RequestParam String source, @RequestParam String orderId) {
    return new Lines(orderLines.of(source, orderId));
  }

  @PostMapping("/api/disputes")
  @ResponseStatus(HttpStatus.CREATED)
  Made open(@Valid @RequestBody Opening opening, Authentication who) {
    var wish =
        new Disputes.Wish(
            opening.source(),
            opening.orderId().strip(),
            opening.about(),
            opening.shares(),
            opening.reason(),
            new Evidence(orEmpty(opening.lines()), orEmpty(opening.links())));
    var id = disputes.open(wish, department(who), who.getName());
    log.info("{} contests {} {} by {}", who.getName(), wish.source(), wish.orderId(), id);
    return new Made(id);
  }

  @PostMapping("/api/disputes/{id}/answers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable String id, @Valid @RequestBody Answer answer, Authentication who) {
    var evidence = new Evidence(List.of(), orEmpty(answer.links()));
    disputes.answer(
        id, department(who), answer.stance(), answer.text().strip(), evidence, who.getName());
  }

  @PostMapping("/api/disputes/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable String id, @Valid @RequestBody Withdrawal withdrawal, Authentication who) {
    disputes.withdraw(id, department(who), withdrawal.reason().strip(), who.getName());
  }

  private String department(Authentication who) {
    return people.find(who.getName()).orElseThrow(Problem.FORBIDDEN::failure).department();
  }

  private static List<String> orEmpty(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }
}
