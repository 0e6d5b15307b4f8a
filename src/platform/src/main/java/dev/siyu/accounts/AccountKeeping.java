package dev.siyu.accounts;

import dev.siyu.accounts.Account.Status;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.StaffTrouble;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to accounts without anybody's doing: rests end, WeCom complains, days are over. */
@Component
class AccountKeeping implements DueWork {

  private final Accounts accounts;
  private final AccountTable table;
  private final AccountFacts facts;
  private final Clock clock;

  AccountKeeping(Accounts accounts, AccountTable table, AccountFacts facts, Clock clock) {
    this.accounts = accounts;
    this.table = table;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "account-rests";
  }

  @Override
  public Optional<Instant> nextDue() {
    var today = accounts.day(clock.instant());
    return facts.isSummedUp(today)
        ? table.nextRestOver()
        : Optional.of(today.atStartOfDay(accounts.zone()).toInstant());
  }

  @Override
  public void runDue(Instant now) {
    facts.sumUp(accounts.day(now));
    table
        .rested(now)
        .forEach(userId -> accounts.become(userId, Status.ACTIVE, null, "休息结束", "siyu"));
  }

  /** A member WeCom will not work with leaves the live codes at once. */
  @EventListener
  void refused(StaffTrouble trouble) {
    var next =
        switch (trouble.kind()) {
          case BANNED -> Status.BANNED;
          case LEFT -> Status.LEFT;
          case NO_CONTACT_RIGHT -> Status.RESTING;
        };
    var reason = "企业微信 " + trouble.code() + " " + trouble.reason();
    accounts.become(trouble.staffUserId(), next, null, reason, "wecom");
  }
}
