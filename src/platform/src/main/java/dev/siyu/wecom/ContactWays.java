package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;

/** Live codes (联系我) at WeCom (doc 92228). */
public interface ContactWays {

  /**
   * What a live code is; an update overwrites all of it.
   *
   * @param state at most 30 characters; comes back with every add
   * @param remark at most 30 characters, for people at WeCom
   * @param staffUserIds 1..100 members; WeCom spreads adds over them (41041 beyond)
   */
  record Way(String state, String remark, List<String> staffUserIds) {}

  /**
   * A code that exists.
   *
   * @param configId its handle
   * @param qrCode address of its picture
   */
  record Made(String configId, String qrCode) {}

  /** A code as WeCom knows it. */
  record Known(Made made, Way way) {}

  /** Creates a code; 41045 when the corp has as many as it may (500,000). */
  CallResult<Made> add(Way way);

  /** Overwrites a code; repeating it does no harm. */
  CallResult<Boolean> update(String configId, Way way);

  /** Deletes a code; one that is gone already counts as deleted. */
  CallResult<Boolean> delete(String configId);

  /** The codes made by API in a time, with what they are (list_contact_way, get_contact_way). */
  CallResult<List<Known>> madeBetween(Instant from, Instant to);
}
