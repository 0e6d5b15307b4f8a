package dev.siyu.accounts;

import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The staff accounts, what happens to them, and how they stand. */
public interface Accounts {

  /** What people decide about an account. */
  record Terms(
      String name,
      Instant openedAt,
      int weight,
      Hours hours,
      int dailyCapacity,
      @Nullable String zone) {}

  /** What is counted of an account, in the transaction of the event that tells it. */
  enum Fact {
    ADD,
    /** The customer deleted the account. */
    LOST,
    COMPLAINT
  }

  /** All accounts as they stand now, by user id. */
  List<Standing> standings();

  Optional<Account> find(String userId);

  /** A new account; false when there is one with this user id. */
  boolean open(String userId, Terms terms, String who);

  /** False when there is no such account. */
  boolean change(String userId, Terms terms, String who);

  /**
   * Changes the status; false when there is no such account or the status may not follow.
   *
   * @param restUntil for RESTING only: when it comes back by itself
   */
  boolean become(
      String userId, Status next, @Nullable Instant restUntil, String reason, String who);

  /**
   * Counts something; joins the caller's transaction, takes no lock, and needs no account to exist.
   */
  void count(String userId, Fact fact, Instant at, @Nullable String note);

  /** The day of the shop that a moment belongs to. */
  LocalDate day(Instant at);

  ZoneId zone();
}
