package dev.siyu.accounts;

import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.AccountFacts.Sums;
import dev.siyu.accounts.AccountsChanged.Cause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAccounts implements Accounts {

  private static final Logger log = LoggerFactory.getLogger(JdbcAccounts.class);

  private final AccountTable table;
  private final AccountFacts facts;
  private final AccountSettings settings;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ZoneId zone;

  JdbcAccounts(
      AccountTable table,
      AccountFacts facts,
      AccountSettings settings,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.facts = facts;
    this.settings = settings;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<Standing> standings() {
    var now = clock.instant();
    var sums = facts.sums(day(now));
    var bans = table.lastBans();
    return table.all().stream()
        .map(account -> standing(account, sums.get(account.userId()), bans, now))
        .toList();
  }

  private Standing standing(
      Account account, @Nullable Sums known, Map<String, Instant> bans, Instant now) {
    var sums = known == null ? Sums.none(account.userId()) : known;
    long age = day(now).toEpochDay() - day(account.openedAt()).toEpochDay();
    int limit = settings.limit(age, account.dailyCapacity());
    var ban = bans.get(account.userId());
    var health =
        HealthRules.of(
            new HealthRules.Facts(
                age,
                sums.addsToday(),
                limit,
                sums.addsInWeek(),
                sums.lostInWeek(),
                sums.complaintsInWeek(),
                ban == null
                    ? HealthRules.Facts.NEVER_BANNED
                    : day(now).toEpochDay() - day(ban).toEpochDay()),
            settings);
    return new Standing(
        shown(account, age),
        age,
        sums.addsToday(),
        limit,
        sums.addsInWeek(),
        sums.lostInWeek(),
        sums.complaintsInWeek(),
        health);
  }

  private Account shown(Account account, long age) {
    return account.status() == Status.ACTIVE && age < settings.warmDays()
        ? account.with(Status.WARMING)
        : account;
  }

  @Override
  public Optional<Account> find(String userId) {
    return table.find(userId);
  }

  @Override
  public boolean open(String userId, Terms terms, String who) {
    return decided(
        userId,
        now -> table.open(userId, terms, now) ? noted(userId, "OPENED", who, "", now) : null,
        Status.ACTIVE);
  }

  @Override
  public boolean change(String userId, Terms terms, String who) {
    return decided(
        userId,
        now ->
            table.change(userId, terms, now)
                ? noted(userId, "CHANGED", who, terms.toString(), now)
                : null,
        null);
  }

  @Override
  public boolean become(
      String userId, Status next, @Nullable Instant restUntil, String reason, String who) {
    boolean done =
        decided(
            userId,
            now -> {
              if (table.hold(userId).filter(one -> one.status().mayBecome(next)).isEmpty()) {
                return null;
              }
              table.become(userId, next, next == Status.RESTING ? restUntil : null, reason, now);
              return noted(userId, next.name(), who, reason, now);
            },
            next);
    if (done) {
      log.info(
          "Account {} is {} now ({}, by {}); its live codes follow", userId, next, reason, who);
    }
    return done;
  }

  private boolean noted(String userId, String what, String who, String note, Instant now) {
    table.note(userId, what, who, note, now);
    return true;
  }

  /** Runs a decision in one transaction and tells of it once it is committed. */
  private boolean decided(
      String userId, Function<Instant, @Nullable Boolean> decision, @Nullable Status status) {
    var now = clock.instant();
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              var done = decision.apply(now);
              if (done != null) {
                afterCommit(new AccountsChanged(userId, Cause.DECIDED, status));
              }
              return done;
            }));
  }

  @Override
  public void count(String userId, Fact fact, Instant at, @Nullable String note) {
    facts.count(userId, fact, day(at), at, note);
    var cause = fact == Fact.ADD ? Cause.ADDED : Cause.DECIDED;
    afterCommit(new AccountsChanged(userId, cause, null));
  }

  private void afterCommit(AccountsChanged change) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      events.publishEvent(change);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            events.publishEvent(change);
          }
        });
  }

  @Override
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }
}
