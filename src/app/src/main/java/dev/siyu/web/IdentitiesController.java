package dev.siyu.web;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.CustomerIdentities;
import dev.siyu.customers.IdentityRefused;
import java.time.Instant;
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

/** Who a customer is in other systems, and merging and taking apart by hand. */
@RestController
class IdentitiesController {

  record Identity(String kind, String value, String origin, Instant learntAt) {}

  record Merge(
      String id,
      String gone,
      String kept,
      String why,
      @Nullable String actor,
      Instant at,
      @Nullable Instant separatedAt,
      @Nullable String separatedBy,
      @Nullable String separatedWhy,
      boolean separable) {}

  record Suggestion(String id, String customerId, String name, String why, Instant at) {}

  record Page(List<Identity> identities, List<Merge> merges, List<Suggestion> suggestions) {}

  record MergeWish(@Nullable String other, @Nullable String reason) {}

  record Reason(@Nullable String reason) {}

  record Merged(String id) {}

  private final CustomerIdentities identities;

  IdentitiesController(CustomerIdentities identities) {
    this.identities = identities;
  }

  @GetMapping("/api/customers/{id}/identities")
  Page of(@PathVariable String id) {
    var customer = customer(id);
    var known = identities.of(customer);
    return new Page(
        known.identities().stream()
            .map(one -> new Identity(one.kind(), one.value(), one.origin().value(), one.learntAt()))
            .toList(),
        known.merges().stream().map(one -> merge(one, customer)).toList(),
        known.suggestions().stream()
            .map(
                one ->
                    new Suggestion(
                        "" + one.id(), one.other().value(), one.otherName(), one.why(), one.at()))
            .toList());
  }

  private static Merge merge(CustomerIdentities.Merge one, CustomerId page) {
    return new Merge(
        "" + one.id(),
        one.gone().value(),
        one.kept().value(),
        one.why(),
        one.actor(),
        one.at(),
        one.separatedAt(),
        one.separatedBy(),
        one.separatedWhy(),
        one.separatedAt() == null && one.kept().equals(page));
  }

  @PostMapping("/api/customers/{id}/merges")
  Merged merge(@PathVariable String id, @RequestBody MergeWish wish, Authentication who) {
    try {
      var other = customer(wish.other() == null ? "" : wish.other().strip());
      var kept = identities.merge(customer(id), other, who.getName(), reason(wish.reason()));
      return new Merged(kept.value());
    } catch (IdentityRefused e) {
      throw Problem.CONFLICT.failure(String.valueOf(e.getMessage()));
    }
  }

  @PostMapping("/api/customers/{id}/merges/{mergeId}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void separate(
      @PathVariable String id,
      @PathVariable long mergeId,
      @RequestBody Reason reason,
      Authentication who) {
    try {
      identities.separate(customer(id), mergeId, who.getName(), reason(reason.reason()));
    } catch (IdentityRefused e) {
      throw Problem.CONFLICT.failure(String.valueOf(e.getMessage()));
    }
  }

  @PostMapping("/api/customers/{id}/suggestions/{suggestionId}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(
      @PathVariable String id,
      @PathVariable long suggestionId,
      @RequestBody Reason reason,
      Authentication who) {
    try {
      identities.dismiss(customer(id), suggestionId, who.getName(), reason(reason.reason()));
    } catch (IdentityRefused e) {
      throw Problem.CONFLICT.failure(String.valueOf(e.getMessage()));
    }
  }

  private static CustomerId customer(String id) {
    try {
      return new CustomerId(id);
    } catch (IllegalArgumentException e) {
      throw Problem.BAD_INPUT.failure(String.valueOf(e.getMessage()));
    }
  }

  private static String reason(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > 500) {
      throw Problem.BAD_INPUT.failure(
          "reason: nothing or too long (expected: 1 to 500 characters)");
    }
    return text.strip();
  }
}
