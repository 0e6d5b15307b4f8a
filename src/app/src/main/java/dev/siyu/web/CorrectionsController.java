package dev.siyu.web;

import dev.siyu.attribution.Corrections;
import dev.siyu.attribution.Split.Share;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections (更正) of orders' shares. */
@RestController
class CorrectionsController {

  private static final Logger log = LoggerFactory.getLogger(CorrectionsController.class);

  record Listed(List<Corrections.View> items) {}

  record Wish(
      @NotBlank @Size(max = 60) String source,
      @NotBlank @Size(max = 100) String orderId,
      @NotNull @Size(min = 1, max = 20) List<@NotNull Share> shares,
      @NotBlank @Size(max = 500) String reason) {}

  private final Corrections corrections;
  private final OrderMoneyPage orders;
  private final Sight sight;

  CorrectionsController(Corrections corrections, OrderMoneyPage orders, Sight sight) {
    this.corrections = corrections;
    this.orders = orders;
    this.sight = sight;
  }

  @GetMapping("/api/corrections")
  Listed list(Authentication who) {
    return new Listed(corrections.list(sight.confinedTo(who)));
  }

  @PostMapping("/api/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  Corrections.View ask(@Valid @RequestBody Wish wish, Authentication who) {
    if (orders.one(wish.source(), wish.orderId(), sight.confinedTo(who)).isEmpty()) {
      throw Problem.NOT_FOUND.failure();
    }
    var asked =
        corrections.ask(
            wish.source(), wish.orderId(), wish.shares(), wish.reason().strip(), who.getName());
    log.info(
        "{} asks to correct {} {} by {}", who.getName(), wish.source(), wish.orderId(), asked.id());
    return asked;
  }
}
