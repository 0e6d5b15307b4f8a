package dev.siyu.simulator.wecom;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer who is a contact of one staff member now. Guarded by the journal's lock. */
public final class Friendship {

  private final String staffUserId;
  private final @Nullable String state;
  private final Instant addedAt;
  private final Set<String> tagIds = new LinkedHashSet<>();
  private boolean chatting;
  private @Nullable String remark;

  Friendship(String staffUserId, @Nullable String state, Instant addedAt) {
    this.staffUserId = staffUserId;
    this.state = state;
    this.addedAt = addedAt;
  }

  public String staffUserId() {
    return staffUserId;
  }

  public @Nullable String state() {
    return state;
  }

  public Instant addedAt() {
    return addedAt;
  }

  public Set<String> tagIds() {
    return tagIds;
  }

  /** What the member calls the customer; null for the customer's own name. */
  @Nullable String remark() {
    return remark;
  }

  void call(String name) {
    this.remark = name;
  }

  public boolean chatting() {
    return chatting;
  }

  void chatBegan() {
    this.chatting = true;
  }
}
