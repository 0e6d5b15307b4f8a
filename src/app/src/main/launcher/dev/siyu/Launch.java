package dev.siyu;

/** Main class of the packaged app, compiled for Java 17 so that it can refuse an old JDK in words. */
public final class Launch {

  private static final int NEEDED = 21;

  private Launch() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    int present = Runtime.version().feature();
    if (present < NEEDED) {
      System.err.println("SIYU-1001 需要 JDK " + NEEDED + " 或更高版本,当前是 " + present);
      System.err.println("          JDK " + NEEDED + " or newer is needed, this is " + present);
      System.exit(1);
    }
    Class.forName("dev.siyu.SiyuApplication")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }
}
