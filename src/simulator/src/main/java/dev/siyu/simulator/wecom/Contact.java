package dev.siyu.simulator.wecom;

import java.util.LinkedHashMap;
import java.util.Map;

/** A customer as WeCom knows them. Guarded by the journal's lock. */
public final class Contact {

  private final String externalUserId;
  private String unionId;
  private String name;
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

  void known(String union, String as) {
    this.unionId = union;
    this.name = as;
  }
}
