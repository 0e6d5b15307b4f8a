package dev.siyu.simulator.wecom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as WeCom knows them. Guarded by the journal's lock. */
public final class Contact {

  private final String externalUserId;
  private String unionId;
  private String name;
  private @Nullable Friendship newest;
  private final Map<String, Friendship> friendships = new LinkedHashMap<>();

  Contact(String externalUserId, String unionId, String name) {
    this.externalUserId = externalUserId;
    this.unionId = unionId;
    this.name = name;
  }

  public String externalUserId() {
    return externalUserId;
  }

  public String unionId() {
    return unionId;
  }

  public String name() {
    return name;
  }

  /** By staff user id, in the order of adding. */
  public Map<String, Friendship> friendships() {
    return friendships;
  }

  /** The last friendship begun, even if it ended. */
  public @Nullable Friendship newest() {
    return newest;
  }

  void befriended(Friendship friendship) {
    friendships.put(friendship.staffUserId(), friendship);
    newest = friendship;
  }

  void known(String union, String as) {
    this.unionId = union;
    this.name = as;
  }
}
