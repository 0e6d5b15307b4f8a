package dev.siyu.web;

import dev.siyu.readiness.Figures;
import dev.siyu.readiness.Finding;
import dev.siyu.readiness.Gates;
import dev.siyu.readiness.Question;
import dev.siyu.readiness.Readiness;
import dev.siyu.readiness.Readiness.Plan;
import dev.siyu.readiness.Readiness.Said;
import dev.siyu.readiness.Readiness.Seen;
import dev.siyu.readiness.ReadinessRefused;
import dev.siyu.readiness.ReadinessRules;
import dev.siyu.readiness.Section;
import dev.siyu.readiness.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The readiness check: versions, answers, gaps, and the gate the programme stands at. */
@RestController
class ReadinessController {

  record Part(Section section, boolean resource, String name) {}

  record Asked(String id, Section section, String text) {}

  record Overview(
      List<Readiness.Line> versions,
      Gates.View gates,
      ReadinessRules.Limits limits,
      String table,
      List<Part> sections,
      List<Asked> questions) {}

  record Whole(Sheet sheet, List<String> missing) {}

  record Opening(
      @NotBlank @Size(max = 60) String programme,
      @Nullable @Size(max = 9) Map<Section, @NotBlank @Size(max = 64) String> owners) {}

  record Version(int version) {}

  record Reply(
      @NotBlank @Size(max = 40) String question,
      @Min(0) @Max(4) int score,
      @NotNull @Size(max = 1_000) String evidence) {}

  record Replies(@NotNull Integer revision, @NotNull @Size(max = 50) List<@Valid Reply> answers) {}

  record Estimate(
      @NotNull Integer revision,
      @Nullable @Min(0) @Max(100_000) Integer frequency,
      @Nullable @Min(-10_000) @Max(10_000) Integer marginBp,
      @NotBlank @Size(max = 300) String source) {}

  record Gap(
      @NotNull Integer revision,
      @NotNull Section section,
      @NotBlank @Size(max = 60) String title,
      @NotBlank @Size(max = 64) String owner,
      @NotNull LocalDate due) {}

  record Act(@NotNull Integer revision) {}

  record ActWithReason(@NotNull Integer revision, @NotBlank @Size(max = 500) String reason) {}

  private final Readiness desk;
  private final Gates gates;
  private final ReadinessRules rules;
  private final ReadinessPaper paper;

  ReadinessController(Readiness desk, Gates gates, ReadinessRules rules, ReadinessPaper paper) {
    this.desk = desk;
    this.gates = gates;
    this.rules = rules;
    this.paper = paper;
  }

  @GetMapping("/api/readiness")
  Overview overview(HttpServletRequest request) {
    boolean english = ApiError.english(request);
    return new Overview(
        desk.versions(),
        gates.now(),
        rules.limits(),
        rules.table(),
        List.of(Section.values()).stream()
            .map(one -> new Part(one, one.isResource(), english ? one.en() : one.zh()))
            .toList(),
        Question.ALL.stream()
            .map(one -> new Asked(one.id(), one.section(), english ? one.en() : one.zh()))
            .toList());
  }

  @GetMapping("/api/readiness/{version}")
  Whole sheet(@PathVariable int version, HttpServletRequest request) {
    var sheet = desk.find(version).orElseThrow(Problem.NOT_FOUND::failure);
    return new Whole(sheet, words(desk.missing(sheet), request));
  }

  /** The result to print and to sign by hand. */
  @GetMapping(value = "/api/readiness/{version}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
  byte[] paper(@PathVariable int version, HttpServletRequest request) {
    var sheet = desk.find(version).orElseThrow(Problem.NOT_FOUND::failure);
    return paper.pdf(sheet, ApiError.english(request));
  }

  @PostMapping("/api/readiness")
  @ResponseStatus(HttpStatus.CREATED)
  Version open(@Valid @RequestBody Opening opening, Authentication who) {
    var owners = opening.owners() == null ? Map.<Section, String>of() : opening.owners();
    return new Version(desk.open(opening.programme().strip(), owners, who.getName()));
  }

  @PostMapping("/api/readiness/{version}/answers")
  Seen answer(@PathVariable int version, @Valid @RequestBody Replies said, Authentication who) {
    var answers =
        said.answers().stream()
            .map(one -> new Said(one.question(), one.score(), one.evidence().strip()))
            .toList();
    return desk.answer(new Seen(version, said.revision()), answers, who.getName());
  }

  @PostMapping("/api/readiness/{version}/estimate")
  Seen estimate(@PathVariable int version, @Valid @RequestBody Estimate said, Authentication who) {
    return desk.estimate(
        new Seen(version, said.revision()),
        new Figures.Estimate(said.frequency(), said.marginBp(), said.source().strip()),
        who.getName());
  }

  @PostMapping("/api/readiness/{version}/gaps")
  Seen plan(@PathVariable int version, @Valid @RequestBody Gap gap, Authentication who) {
    var plan = new Plan(gap.section(), gap.title().strip(), gap.owner().strip(), gap.due());
    return desk.plan(new Seen(version, gap.revision()), plan, who.getName());
  }

  @PostMapping("/api/readiness/{version}/gaps/{gap}/drop")
  Seen drop(
      @PathVariable int version,
      @PathVariable long gap,
      @Valid @RequestBody Act act,
      Authentication who) {
    return desk.drop(new Seen(version, act.revision()), gap, who.getName());
  }

  @PostMapping("/api/readiness/{version}/submit")
  Seen submit(@PathVariable int version, @Valid @RequestBody Act act, Authentication who) {
    return desk.submit(new Seen(version, act.revision()), who.getName());
  }

  @PostMapping("/api/readiness/{version}/withdraw")
  Seen withdraw(
      @PathVariable int version, @Valid @RequestBody ActWithReason act, Authentication who) {
    return desk.withdraw(new Seen(version, act.revision()), act.reason().strip(), who.getName());
  }

  private static List<String> words(List<Finding> findings, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    return findings.stream().map(one -> english ? one.en() : one.zh()).toList();
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ReadinessRefused refused, HttpServletRequest request) {
    boolean english = ApiError.english(request);
    Object details =
        refused.findings().isEmpty() ? refused.getMessage() : words(refused.findings(), request);
    var status =
        switch (refused.why()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case OPEN_ALREADY, CHANGED -> HttpStatus.CONFLICT;
          case INCOMPLETE, BAD_INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var message =
        switch (refused.why()) {
          case UNKNOWN -> english ? "There is no such assessment" : "没有这份评估";
          case OPEN_ALREADY -> english ? "An assessment is open already" : "已有一份评估在进行";
          case CHANGED -> english ? "It has changed, reload and look again" : "内容已变化，请刷新后再操作";
          case INCOMPLETE -> english ? "It cannot be submitted yet" : "还不能提交";
          case BAD_INPUT -> english ? "The input is not valid" : "输入有误";
        };
    return ResponseEntity.status(status).body(new ApiError(refused.why().code(), message, details));
  }
}
