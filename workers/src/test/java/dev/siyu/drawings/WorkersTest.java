package dev.siyu.drawings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.siyu.drawn.JobTypes;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final int LINES = 15;
  private static final Pattern BODY =
      Pattern.compile("(?s)public JobOutcome work\\([^{]*\\{\\n(.*?)\\n  \\}\\n");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.siyu.workers");

  @Test
  void shouldKeepEveryWorkerSmall() throws IOException {
    // given
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var workers = files.filter(file -> file.toString().endsWith(".java")).toList();

      // when
      var large =
          workers.stream().filter(file -> bodyLines(file) > LINES).map(Path::getFileName).toList();

      // then
      assertThat(workers).anyMatch(file -> bodyLines(file) > 0);
      assertThat(large).as("workers of more than %d lines".formatted(LINES)).isEmpty();
    }
  }

  @Test
  void shouldHaveAWorkerForEveryJobTypeDrawn() {
    // given
    var drawn =
        Arrays.stream(JobTypes.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(WorkersTest::value)
            .toList();

    // when
    var offered =
        Studio.open().templates().stream()
            .map(template -> String.valueOf(template.get("id")))
            .toList();

    // then
    assertThat(offered).containsAll(drawn.stream().map(type -> "dev.siyu." + type).toList());
  }

  @Test
  void shouldTakeTheTimeOnlyFromTheJob() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(CLASSES);
  }

  private static String value(java.lang.reflect.Field field) {
    try {
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static long bodyLines(Path file) {
    try {
      var found = BODY.matcher(Files.readString(file));
      return found.find() ? found.group(1).lines().count() : 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
