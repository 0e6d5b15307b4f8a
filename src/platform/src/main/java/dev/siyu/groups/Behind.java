package dev.siyu.groups;

import dev.siyu.groups.Groups.Health;
import java.util.List;
import java.util.Map;

/** Which groups stand behind a join way; pure functions. */
final class Behind {

  /** WeCom takes at most so many (41091 beyond). */
  static final int MOST = 5;

  /**
   * The first groups with room, in the order a person gave them; nearly full ones step back for the
   * next. When none has room, those that are nearly full, else the last open ones: the code must
   * lead somewhere, and WeCom may open a new group behind it.
   */
  static List<String> of(List<String> chats, Map<String, Health> health) {
    for (var wanted : List.of(Health.GOOD, Health.NEARLY_FULL)) {
      var fit = chats.stream().filter(chat -> health.get(chat) == wanted).limit(MOST).toList();
      if (!fit.isEmpty()) {
        return fit;
      }
    }
    var full = chats.stream().filter(chat -> health.get(chat) == Health.FULL).toList();
    return full.subList(Math.max(0, full.size() - MOST), full.size());
  }

  static boolean hasRoom(List<String> chats, Map<String, Health> health) {
    return chats.stream()
        .map(health::get)
        .anyMatch(one -> one == Health.GOOD || one == Health.NEARLY_FULL);
  }

  private Behind() {}
}
