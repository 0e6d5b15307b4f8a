package dev.siyu.tasks;

/** What is left of WeCom's limits on app messages (应用消息) to staff members. */
public interface MessageRoom {

  /**
   * @param minute messages that may leave within the next moments; half of WeCom's number, because
   *     nobody knows where its minute begins
   * @param hour the same within the hour
   * @param waiting messages and cards queued, not sent yet
   */
  record Left(long minute, long hour, long waiting) {}

  Left left(String staffUserId);

  /** To all members together, until the company's midnight. */
  long leftToday();

  /** The most to one member at once within a minute and an hour, and to all within a day. */
  record Limits(long minute, long hour, long day) {}

  Limits limits();
}
