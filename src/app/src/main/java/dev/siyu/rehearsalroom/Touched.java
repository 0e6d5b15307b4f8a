package dev.siyu.rehearsalroom;

import java.time.Instant;

/**
 * A touch as the outside noted it.
 *
 * @param kind welcome, message, group-post, coupon, tags, remark, post
 * @param person external user id, or chat id of a group; empty for a post
 * @param content without ids that chance has made
 */
record Touched(Instant at, String person, String kind, String staff, String content)
    implements Comparable<Touched> {

  @Override
  public int compareTo(Touched other) {
    int order = at.compareTo(other.at);
    return order != 0 ? order : line().compareTo(other.line());
  }

  String line() {
    return at + "\t" + person + "\t" + kind + "\t" + staff + "\t" + content;
  }

  /** Counts against the receiver's caps and the member's quota. */
  boolean isMessage() {
    return kind.equals("message");
  }

  /** Counts against the group's caps. */
  boolean isGroupPost() {
    return kind.equals("group-post");
  }
}
