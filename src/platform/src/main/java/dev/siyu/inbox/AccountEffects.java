package dev.siyu.inbox;

import dev.siyu.accounts.Accounts;
import dev.siyu.accounts.Accounts.Fact;
import dev.siyu.customers.CustomerId;
import dev.siyu.handovers.HandOverNews;
import dev.siyu.tags.TagNews;
import dev.siyu.wecom.WeComEvent;

/** Counts what an account's health depends on, and tells hand-overs how they fare. */
final class AccountEffects implements StaffEffects {

  private final Accounts accounts;
  private final HandOverNews handOvers;
  private final TagNews tags;

  AccountEffects(Accounts accounts, HandOverNews handOvers, TagNews tags) {
    this.accounts = accounts;
    this.handOvers = handOvers;
    this.tags = tags;
  }

  @Override
  public boolean takesOver(WeComEvent.ContactAdded added) {
    return added.welcomeCode() == null
        && handOvers.takenOver(added.staffUserId(), added.externalUserId(), added.at());
  }

  @Override
  public void added(WeComEvent.ContactAdded added) {
    accounts.count(added.staffUserId(), Fact.ADD, added.at(), null);
  }

  @Override
  public void left(CustomerId customer, WeComEvent.ContactLeft left) {
    if (left.byTransfer()) {
      handOvers.deletedByTransfer(customer, left.staffUserId(), left.at());
    } else if (left.byCustomer()) {
      accounts.count(left.staffUserId(), Fact.LOST, left.at(), null);
    }
  }

  @Override
  public void transferFailed(WeComEvent.TransferFailed failed) {
    handOvers.failed(failed.staffUserId(), failed.externalUserId(), failed.reason());
  }

  @Override
  public void edited(WeComEvent.ContactEdited edited) {
    tags.contactEdited(edited.externalUserId(), edited.at());
  }

  @Override
  public void corpTagsChanged() {
    tags.corpTagsChanged();
  }
}
