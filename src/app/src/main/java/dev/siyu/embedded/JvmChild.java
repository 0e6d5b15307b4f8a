package dev.siyu.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes the few classes that run inside a child JVM to a folder for its class path. */
final class JvmChild {

  static final String MAIN = "dev.siyu.embedded.ChildMain";
  private static final List<String> FILES =
      List.of(
          "dev/siyu/embedded/ChildMain.class",
          "dev/siyu/embedded/BrokerClockStart.class",
          "dev/siyu/embedded/BrokerClockStart$Ahead.class");

  private JvmChild() {}

  static Path classes(Path run) throws IOException {
    Path folder = run.resolve("child-classes");
    for (String name : FILES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream found = JvmChild.class.getResourceAsStream("/" + name)) {
        if (found == null) {
          throw new IOException("not on the class path: " + name);
        }
        Files.copy(found, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path factories = folder.resolve("META-INF/spring.factories");
    Files.createDirectories(factories.getParent());
    Files.writeString(
        factories,
        "org.springframework.context.ApplicationContextInitializer="
            + "dev.siyu.embedded.BrokerClockStart\n");
    return folder;
  }
}
