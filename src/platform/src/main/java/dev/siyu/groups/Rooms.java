package dev.siyu.groups;

/** How much room groups have; pure functions. */
final class Rooms {

  static Groups.Health health(ChatTable.Row chat, GroupSettings settings) {
    int capacity = capacity(chat, settings);
    if (!chat.open()) {
      return Groups.Health.DISMISSED;
    }
    if (chat.members() >= capacity) {
      return Groups.Health.FULL;
    }
    return chat.members() * 100L >= (long) capacity * settings.nearlyFullPercent()
        ? Groups.Health.NEARLY_FULL
        : Groups.Health.GOOD;
  }

  static int capacity(ChatTable.Row chat, GroupSettings settings) {
    var own = chat.capacity();
    return own == null ? settings.capacity() : own;
  }

  private Rooms() {}
}
