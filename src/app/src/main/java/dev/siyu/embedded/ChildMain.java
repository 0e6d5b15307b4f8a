package dev.siyu.embedded;

import java.io.IOException;
import java.util.Arrays;

/**
 * Main class of child JVMs: runs the class named first, ends when standard input closes - that is
 * when the app is gone, however it died. Uses nothing beside the JDK.
 */
public final class ChildMain {

  private ChildMain() {}

  /**
   * @param args the real main class and its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon(true).name("parent-watch").start(ChildMain::watch);
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void watch() {
    try {
      while (System.in.read() >= 0) {
        // the parent never writes; only the end of the stream means something
      }
    } catch (IOException e) {
      System.err.println("parent watch: " + e);
    }
    System.err.println("The app is gone; this process ends in order.");
    System.exit(0);
  }
}
