package dev.siyu.simulator.wecom;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer group as WeCom knows it. Guarded by the journal's lock. */
public final class Chat {

  /** {@code scene}: 1 invited, 2 by link, 3 by QR code. */
  record Member(boolean staff, Instant joinedAt, int scene, @Nullable String state) {}

  private final String chatId;
  private final Instant createdAt;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private String name;
  private String owner;
  private String notice = "";
  private int version;
  private boolean dismissed;

  Chat(String chatId, String name, String owner, Instant createdAt) {
    this.chatId = chatId;
    this.name = name;
    this.owner = owner;
    this.createdAt = createdAt;
  }

  public String chatId() {
    return chatId;
  }

  public String name() {
    return name;
  }

  public String owner() {
    return owner;
  }

  public boolean dismissed() {
    return dismissed;
  }

  public int size() {
    return members.size();
  }

  public boolean has(String memberId) {
    return members.containsKey(memberId);
  }

  String notice() {
    return notice;
  }

  Instant createdAt() {
    return createdAt;
  }

  Map<String, Member> members() {
    return members;
  }

  int version() {
    return version;
  }

  void joined(String memberId, Member member) {
    members.put(memberId, member);
    version++;
  }

  void left(String memberId) {
    members.remove(memberId);
    version++;
  }

  void changed(String what, String value) {
    switch (what) {
      case "change_name" -> name = value;
      case "change_owner" -> owner = value;
      case "change_notice" -> notice = value;
      default -> throw new IllegalStateException(what);
    }
  }

  void dismiss() {
    dismissed = true;
    members.clear();
  }
}
