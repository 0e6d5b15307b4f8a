package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What each of WeCom's error codes means for us. A code that is not in the table needs a person:
 * repeating what we do not understand helps nobody.
 */
final class ErrorPolicy {

  enum Kind {
    /** No for good, a business ending. */
    DECLINED,
    /** Certainly without effect; soon again. */
    AGAIN,
    /** Without effect; everybody pauses. */
    PAUSE,
    /** Data or settings are wrong. */
    BROKEN
  }

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Map<Integer, Kind> TABLE = table();

  private ErrorPolicy() {}

  static Set<Integer> codes() {
    return TABLE.keySet();
  }

  static Kind kind(int code) {
    return TABLE.getOrDefault(code, Kind.BROKEN);
  }

  static <T> CallResult<T> result(int code, String message, Duration pause) {
    var name = Integer.toString(code);
    return switch (kind(code)) {
      case DECLINED -> new CallResult.Declined<>(name, message);
      case AGAIN -> new CallResult.Retryable<>(name, message, SOON);
      case PAUSE -> new CallResult.Retryable<>(name, message, pause);
      case BROKEN -> new CallResult.Broken<>(name, message);
    };
  }

  private static Map<Integer, Kind> table() {
    var table = new HashMap<Integer, Kind>();
    table.put(-1, Kind.AGAIN); // busy
    table.put(6000, Kind.AGAIN); // version conflict
    table.put(40014, Kind.AGAIN); // token invalid, although just renewed
    table.put(42001, Kind.AGAIN); // token expired, although just renewed
    table.put(45033, Kind.AGAIN); // too many at the same time
    table.put(41096, Kind.AGAIN); // another app is distributing the welcome
    table.put(45009, Kind.PAUSE); // call frequency
    table.put(41050, Kind.DECLINED); // welcome code unknown or older than 20 s
    table.put(41051, Kind.DECLINED); // welcomed already, or chatting
    table.put(41048, Kind.DECLINED); // no customer it could be sent to
    table.put(41063, Kind.DECLINED); // dispatching
    table.put(41078, Kind.PAUSE); // too many moments being created
    table.put(41079, Kind.AGAIN); // the moment is being handed to members
    table.put(41061, Kind.DECLINED); // the moment is not of this member
    table.put(41062, Kind.DECLINED); // the member has not published it
    table.put(41060, Kind.BROKEN); // no such moment (any more)
    table.put(41064, Kind.BROKEN); // too many attachments
    table.put(41065, Kind.BROKEN); // attachments of several types
    table.put(41072, Kind.BROKEN); // uploaded for something else
    table.put(41080, Kind.BROKEN); // attachment too large
    table.put(41081, Kind.BROKEN); // image has too many pixels
    table.put(41082, Kind.BROKEN); // video too long
    table.put(41089, Kind.BROKEN); // neither text nor attachment
    table.put(41093, Kind.DECLINED); // cancelled or sent
    table.put(41094, Kind.DECLINED); // reminders used up
    table.put(40071, Kind.DECLINED); // the group has a tag of that name
    table.put(81011, Kind.DECLINED); // another app's or a person's tag
    table.put(84061, Kind.DECLINED); // not a contact (any more)
    table.put(40097, Kind.DECLINED); // the member has not resigned
    table.put(40098, Kind.DECLINED); // the member is not verified
    table.put(40099, Kind.DECLINED); // the receiver has as many customers as may be
    table.put(40100, Kind.DECLINED); // being transferred already
    table.put(40128, Kind.DECLINED); // transferred too often
    table.put(40130, Kind.DECLINED); // from and to the same member
    table.put(40131, Kind.DECLINED); // not the member's customer
    table.put(40143, Kind.DECLINED); // a member is banned
    table.put(84074, Kind.DECLINED); // the member may not have external contacts
    table.put(40129, Kind.DECLINED); // being transferred
    for (int code = 90500; code <= 90511; code++) {
      table.put(code, Kind.DECLINED); // transfer of resigned members not possible
    }
    table.put(42003, Kind.DECLINED); // response code of a card older than 72 h
    table.put(42014, Kind.DECLINED); // task id of a card unusable, e.g. used before
    table.put(42022, Kind.DECLINED); // response code of a card used before
    table.put(40029, Kind.DECLINED); // login code unknown, used or older than 5 minutes
    table.put(40050, Kind.DECLINED); // no such group
    table.put(49008, Kind.DECLINED); // the group was dismissed
    table.put(40001, Kind.BROKEN); // secret is wrong
    table.put(40003, Kind.BROKEN); // no such member (any more)
    table.put(40013, Kind.BROKEN); // corp id is wrong
    table.put(40096, Kind.BROKEN); // external user id is wrong
    table.put(60020, Kind.BROKEN); // our address is not on WeCom's list
    table.put(41041, Kind.BROKEN); // too many members behind a live code
    table.put(41044, Kind.BROKEN); // no such live code (any more)
    table.put(41045, Kind.BROKEN); // too many live codes
    table.put(41055, Kind.BROKEN); // too many group welcomes
    table.put(41091, Kind.BROKEN); // too many groups behind a join way
    table.put(41054, Kind.BROKEN); // a member behind the code never signed in
    return Map.copyOf(table);
  }
}
