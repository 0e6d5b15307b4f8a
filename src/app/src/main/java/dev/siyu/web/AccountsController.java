package dev.siyu.web;

import dev.siyu.accounts.Account;
import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.Accounts.Fact;
import dev.siyu.accounts.Health;
import dev.siyu.accounts.Standing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

/** Staff accounts: how they stand, and what people decide about them. */
@RestController
class AccountsController {

  record Item(
      String userId,
      String name,
      LocalDate openedOn,
      Account.Status status,
      String reason,
      Instant since,
      @Nullable Instant restUntil,
      int weight,
      LocalTime from,
      LocalTime until,
      int dailyCapacity,
      @Nullable String zone,
      long ageDays,
      int addsToday,
      int limitToday,
      int addsInWeek,
      int lostInWeek,
      int complaintsInWeek,
      Health health) {}

  record Terms(
      @NotBlank @Size(max = 60) String name,
      @NotNull LocalDate openedOn,
      @NotNull @Min(1) @Max(100) Integer weight,
      @NotNull LocalTime from,
      @NotNull LocalTime until,
      @NotNull @Min(1) @Max(10_000) Integer dailyCapacity,
      @Nullable @Size(max = 60) String zone) {}

  record NewAccount(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}") String userId,
      @NotNull @Valid Terms terms) {}

  /** What a person may make of an account; WARMING comes by itself. */
  enum Decision {
    ACTIVE,
    RESTING,
    BANNED,
    LEFT
  }

  record Change(
      @NotNull Decision status,
      @NotBlank @Size(min = 2, max = 300) String reason,
      @Nullable Instant restUntil) {}

  record Complaint(@NotBlank @Size(min = 2, max = 300) String note) {}

  private final Accounts accounts;
  private final Clock clock;

  AccountsController(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/api/accounts")
  List<Item> all() {
    return accounts.standings().stream().map(this::item).toList();
  }

  @PostMapping("/api/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  void open(@Valid @RequestBody NewAccount fresh, Authentication who) {
    if (!accounts.open(fresh.userId(), terms(fresh.terms()), who.getName())) {
      throw Problem.CONFLICT.failure("userId: " + fresh.userId() + " (expected: a new account)");
    }
  }

  @PostMapping("/api/accounts/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable String userId, @Valid @RequestBody Terms terms, Authentication who) {
    if (!accounts.change(userId, terms(terms), who.getName())) {
      throw Problem.NOT_FOUND.failure();
    }
  }

  @PostMapping("/api/accounts/{userId}/status")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void status(@PathVariable String userId, @Valid @RequestBody Change change, Authentication who) {
    var until = change.restUntil();
    if (until != null && !until.isAfter(clock.instant())) {
      throw Problem.BAD_INPUT.failure("restUntil: " + until + " (expected: after now)");
    }
    var account = accounts.find(userId).orElseThrow(Problem.NOT_FOUND::failure);
    var next = Account.Status.valueOf(change.status().name());
    if (!accounts.become(userId, next, until, change.reason(), who.getName())) {
      throw Problem.CONFLICT.failure(account.status() + " -> " + next + " is no possible change");
    }
  }

  @PostMapping("/api/accounts/{userId}/complaints")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complain(@PathVariable String userId, @Valid @RequestBody Complaint complaint) {
    var account = accounts.find(userId).orElseThrow(Problem.NOT_FOUND::failure);
    accounts.count(account.userId(), Fact.COMPLAINT, clock.instant(), complaint.note());
  }

  private Item item(Standing standing) {
    var account = standing.account();
    return new Item(
        account.userId(),
        account.name(),
        accounts.day(account.openedAt()),
        account.status(),
        account.reason(),
        account.since(),
        account.restUntil(),
        account.weight(),
        account.hours().from(),
        account.hours().until(),
        account.dailyCapacity(),
        account.zone(),
        standing.ageDays(),
        standing.addsToday(),
        standing.limitToday(),
        standing.addsInWeek(),
        standing.lostInWeek(),
        standing.complaintsInWeek(),
        standing.health());
  }

  private Accounts.Terms terms(Terms given) {
    if (given.openedOn().isAfter(accounts.day(clock.instant()))) {
      throw Problem.BAD_INPUT.failure("openedOn: " + given.openedOn() + " (expected: not later)");
    }
    var zone = given.zone() == null || given.zone().isBlank() ? null : given.zone();
    try {
      if (zone != null) {
        ZoneId.of(zone);
      }
    } catch (DateTimeException unknown) {
      throw Problem.BAD_INPUT.failure("zone: " + zone + " (expected: an IANA zone)");
    }
    return new Accounts.Terms(
        given.name(),
        given.openedOn().atStartOfDay(accounts.zone()).toInstant(),
        given.weight(),
        new Hours(given.from(), given.until()),
        given.dailyCapacity(),
        zone);
  }
}
