package dev.siyu.inbox;

import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.Accounts.Fact;
import dev.siyu.wecom.WeComEvent;

/** Counts for each account what its health and its capacity depend on. */
final class AccountEffects implements StaffEffects {

  private final Accounts accounts;

  AccountEffects(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void added(WeComEvent.ContactAdded added) {
    accounts.count(added.staffUserId(), Fact.ADD, added.at(), null);
  }

  @Override
  public void left(WeComEvent.ContactLeft left) {
    if (left.byCustomer()) {
      accounts.count(left.staffUserId(), Fact.LOST, left.at(), null);
    }
  }
}
