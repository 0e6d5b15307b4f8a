package dev.siyu.wecom;

import dev.siyu.calls.CallResult;

/** What a staff member calls a customer (备注); the customer does not see it (doc 92115). */
public interface Remarks {

  /** The longest remark WeCom takes, in characters. */
  int LONGEST = 20;

  /**
   * Overwrites the remark; repeating it does no harm. 84061 when they are no contacts (any more).
   *
   * @param remark at most {@value #LONGEST} characters
   */
  CallResult<Boolean> change(String staffUserId, String externalUserId, String remark);
}
