package dev.siyu.wecom;

import java.util.Arrays;
import java.util.Optional;

/**
 * WeCom's answer to a call shows that a member may not work (any more). Published as an event.
 *
 * @param code WeCom's error code
 */
public record StaffTrouble(String staffUserId, Kind kind, String code, String reason) {

  /** What the codes say of the member (doc 90313). */
  public enum Kind {
    /** 40143: banned, cannot hand over or take over. */
    BANNED("40143"),
    /** 40003: not in the corp's directory (any more). */
    LEFT("40003"),
    /** 84074: may not have external contacts. */
    NO_CONTACT_RIGHT("84074");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
  }
}
