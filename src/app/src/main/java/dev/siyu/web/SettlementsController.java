package dev.siyu.web;

import dev.siyu.attribution.Settlements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Monthly settlements (月度结算) and statements (结算单). */
@RestController
class SettlementsController {

  private static final Logger log = LoggerFactory.getLogger(SettlementsController.class);

  record Months(List<Settlements.Progress> items) {}

  record Begin(@NotNull YearMonth month) {}

  record Asked(String requestId) {}

  record Statements(List<StatementsPage.Statement> items) {}

  private final Settlements settlements;
  private final StatementsPage statements;
  private final Sight sight;

  SettlementsController(Settlements settlements, StatementsPage statements, Sight sight) {
    this.settlements = settlements;
    this.statements = statements;
    this.sight = sight;
  }

  @GetMapping("/api/settlements")
  Months months() {
    return new Months(settlements.list());
  }

  @PostMapping("/api/settlements")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void start(@Valid @RequestBody Begin begin, Authentication who) {
    settlements.start(begin.month(), who.getName());
  }

  @PostMapping("/api/settlements/{month}/stop")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable YearMonth month, Authentication who) {
    settlements.stop(month, who.getName());
  }

  @PostMapping("/api/settlements/{month}/continue")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(@PathVariable YearMonth month, Authentication who) {
    settlements.resume(month, who.getName());
  }

  @PostMapping("/api/settlements/{month}/ask")
  Asked ask(@PathVariable YearMonth month, Authentication who) {
    var request = settlements.ask(month, who.getName());
    log.info("{} asks for the statements of {} by {}", who.getName(), month, request);
    return new Asked(request);
  }

  @GetMapping("/api/statements")
  Statements statements(
      @RequestParam(required = false) @Nullable YearMonth month, Authentication who) {
    return new Statements(statements.list(month, sight.confinedTo(who)));
  }

  @GetMapping("/api/statements/lines")
  Rows.Page<LedgerPage.Entry> lines(
      @RequestParam YearMonth month,
      @RequestParam String department,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit,
      Authentication who) {
    var own = sight.confinedTo(who);
    if (own != null && !own.equals(department)) {
      return new Rows.Page<>(List.of(), null);
    }
    return statements.lines(month, department, cursor, Rows.limit(limit));
  }
}
