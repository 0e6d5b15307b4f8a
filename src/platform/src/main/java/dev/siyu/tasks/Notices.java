package dev.siyu.tasks;

/** Tells staff members something by app message (应用消息), soon and together with other news. */
public interface Notices {

  /**
   * Queues a message in the caller's transaction. WeCom drops what exceeds its limits without a
   * word, so it leaves when there is room, outside quiet hours.
   *
   * @param key what it is about; told once, however often it is queued
   */
  void tell(String key, String staffUserId, String text);
}
