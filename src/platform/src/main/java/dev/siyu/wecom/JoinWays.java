package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.util.List;

/** Ways into groups (加入群聊, doc 92229). WeCom does not list them: keep the config id. */
public interface JoinWays {

  /**
   * What a way is; an update overwrites all of it.
   *
   * @param state at most 30 characters; comes back with every member who joined by it
   * @param remark at most 30 characters, for people at WeCom
   * @param chatIds 1..5 groups, filled in this order (41091 beyond)
   * @param autoCreate whether WeCom opens a new group when all are full
   * @param baseName name of such a group, a number from {@code baseId} on is added
   */
  record Way(
      String state,
      String remark,
      List<String> chatIds,
      boolean autoCreate,
      String baseName,
      int baseId) {}

  /** A way as WeCom knows it; {@code qrCode}: address of its picture. */
  record Known(String configId, String qrCode, Way way) {}

  /** Creates a way and answers its config id; 41045 when the corp has as many codes as it may. */
  CallResult<String> add(Way way);

  CallResult<Known> get(String configId);

  /** Overwrites a way; repeating it does no harm. */
  CallResult<Boolean> update(String configId, Way way);

  /** Deletes a way; one that is gone already counts as deleted. */
  CallResult<Boolean> delete(String configId);
}
