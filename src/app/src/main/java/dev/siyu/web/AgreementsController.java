package dev.siyu.web;

import dev.siyu.attribution.Agreements;
import dev.siyu.attribution.Terms;
import dev.siyu.attribution.WhatIf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agreements between departments (分账协议). */
@RestController
class AgreementsController {

  private static final Logger log = LoggerFactory.getLogger(AgreementsController.class);

  record Listed(List<Agreements.View> items) {}

  record Draft(@NotNull Terms terms, @Nullable String replaces) {}

  record Made(String id) {}

  record Asked(String requestId) {}

  record Checked(@Nullable String objection) {}

  record TryOut(@NotNull Terms terms, @NotNull LocalDate from, @NotNull LocalDate to) {}

  private final Agreements agreements;
  private final Sight sight;

  AgreementsController(Agreements agreements, Sight sight) {
    this.agreements = agreements;
    this.sight = sight;
  }

  @GetMapping("/api/agreements")
  Listed list(Authentication who) {
    return new Listed(agreements.list(sight.confinedTo(who)));
  }

  @GetMapping("/api/agreements/{id}")
  Agreements.View one(@PathVariable String id, Authentication who) {
    return seen(id, who);
  }

  @PostMapping("/api/agreements")
  @ResponseStatus(HttpStatus.CREATED)
  Made draft(@Valid @RequestBody Draft draft, Authentication who) {
    requireOwnPart(draft.terms(), who);
    if (draft.replaces() != null) {
      seen(draft.replaces(), who);
    }
    var id = agreements.draft(draft.terms(), draft.replaces(), who.getName());
    log.info("{} drafted agreement {}", who.getName(), id);
    return new Made(id);
  }

  @PostMapping("/api/agreements/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void edit(@PathVariable String id, @Valid @RequestBody Draft draft, Authentication who) {
    seen(id, who);
    requireOwnPart(draft.terms(), who);
    agreements.edit(id, draft.terms(), who.getName());
  }

  @PostMapping("/api/agreements/{id}/ask")
  Asked ask(@PathVariable String id, Authentication who) {
    seen(id, who);
    var request = agreements.ask(id, who.getName());
    log.info("{} asks for agreement {} by {}", who.getName(), id, request);
    return new Asked(request);
  }

  @PostMapping("/api/agreements/check")
  Checked check(@Valid @RequestBody Draft draft) {
    return new Checked(agreements.objection(draft.terms()).orElse(null));
  }

  @PostMapping("/api/agreements/what-if")
  WhatIf whatIf(@Valid @RequestBody TryOut tryOut, Authentication who) {
    if (!tryOut.to().isAfter(tryOut.from())) {
      throw Problem.BAD_INPUT.failure("to: " + tryOut.to() + " (expected: after from)");
    }
    var all = agreements.whatIf(tryOut.terms(), tryOut.from(), tryOut.to());
    var own = sight.confinedTo(who);
    return own == null
        ? all
        : new WhatIf(
            all.orders(),
            all.changed(),
            all.truncated(),
            all.lines().stream().filter(line -> line.department().equals(own)).toList(),
            List.of());
  }

  /** Another department's agreement answers like one that does not exist. */
  private Agreements.View seen(String id, Authentication who) {
    var own = sight.confinedTo(who);
    return agreements
        .find(id)
        .filter(one -> own == null || one.terms().departments().contains(own))
        .orElseThrow(Problem.NOT_FOUND::failure);
  }

  private void requireOwnPart(Terms terms, Authentication who) {
    var own = sight.confinedTo(who);
    if (own != null && !terms.signers().contains(own)) {
      throw Problem.BAD_INPUT.failure(
          "signers: " + own + " is missing (expected: your department)");
    }
  }
}
