package dev.siyu.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run our own classes once more, in a process that ends when we are gone. */
public final class ChildProgram {

  private ChildProgram() {}

  /**
   * Its standard input must stay open as long as it is wanted.
   *
   * @param main the class to run
   * @param jvm options such as {@code -Xmx256m}
   */
  public static List<String> line(String main, List<String> jvm, List<String> arguments) {
    List<String> all = new ArrayList<>(Commands.ownSession());
    all.add(Commands.java());
    all.addAll(jvm);
    all.addAll(ownClasses());
    all.add(main);
    all.addAll(arguments);
    return all;
  }

  /** Class folders and jars as they are, or the packaged app through its own launcher. */
  private static List<String> ownClasses() {
    String path = System.getProperty("java.class.path");
    boolean packaged = !path.contains(":") && path.endsWith(".jar");
    return packaged
        ? List.of(
            "-cp",
            Path.of(path).toAbsolutePath().toString(),
            "-Dloader.main=" + JvmChild.MAIN,
            "org.springframework.boot.loader.launch.PropertiesLauncher")
        : List.of("-cp", path, JvmChild.MAIN);
  }
}
