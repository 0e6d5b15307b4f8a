package dev.siyu.wecom;

import dev.siyu.calls.CallResult;

/**
 * What can be done about a mass-send task (群发任务) after it was created. How it stands for each
 * customer: {@link WeCom#massSendResults}.
 */
public interface MassSendTasks {

  /** Code of a task that is cancelled or has nothing left to cancel. */
  String NOTHING_TO_CANCEL = "41093";

  /** Code of a task whose 3 reminders per 24 h are used up. */
  String REMINDERS_USED = "41094";

  /** WeCom reminds the members who have not confirmed; at most 3 times in 24 h (doc 97610). */
  CallResult<Boolean> remind(String msgId);

  /** Stops what was not sent; what a member sent stays sent (doc 97611). */
  CallResult<Boolean> cancel(String msgId);
}
