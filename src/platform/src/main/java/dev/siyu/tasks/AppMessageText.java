package dev.siyu.tasks;

import dev.siyu.tasks.AppMessageTable.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts several messages to one member into one. */
final class AppMessageText {

  private AppMessageText() {}

  /** The first ones that fit together; always at least one. */
  static List<Waiting> fitting(List<Waiting> waiting, int mostBytes) {
    var fitting = new ArrayList<Waiting>();
    for (var message : waiting) {
      fitting.add(message);
      if (fitting.size() > 1 && bytes(of(fitting)) > mostBytes) {
        fitting.removeLast();
        break;
      }
    }
    return fitting;
  }

  static String of(List<Waiting> messages) {
    if (messages.size() == 1) {
      return messages.getFirst().text();
    }
    var text = new StringBuilder("您有 " + messages.size() + " 条提醒：");
    for (int n = 0; n < messages.size(); n++) {
      text.append('\n').append(n + 1).append(". ").append(messages.get(n).text());
    }
    return text.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
