package dev.siyu.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words that stand before a child's command line. */
final class Commands {

  private Commands() {}

  /**
   * A session of its own: Ctrl-C reaches the app only, which then ends its children in order. Same
   * process id, since setsid replaces itself.
   */
  static List<String> ownSession() {
    return onPath("setsid") ? List.of("setsid") : List.of();
  }

  /** PostgreSQL refuses root; in a user namespace without a map it sees itself as nobody. */
  static List<String> notRoot() {
    return isRoot() ? List.of("unshare", "-U") : List.of();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @SafeVarargs
  static List<String> line(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name")) && onPath("unshare");
  }

  private static boolean onPath(String program) {
    for (String folder : String.valueOf(System.getenv("PATH")).split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
