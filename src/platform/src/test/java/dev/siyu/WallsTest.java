package dev.siyu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {

  private static final ImportOption PRODUCT = new ImportOption.DoNotIncludeTests();

  @Test
  void shouldKeepTheWallsBetweenRooms() {
    // no cycles, and nobody reaches past what a room shows
    ApplicationModules.of("dev.siyu", PRODUCT).verify();
  }

  @Test
  void shouldTakeTheTimeFromTheClockOnly() {
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
        .because("a replay moves one clock for everybody, and tests move it too")
        .check(new ClassFileImporter().withImportOption(PRODUCT).importPackages("dev.siyu"));
  }
}
