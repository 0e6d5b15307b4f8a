package dev.siyu.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

class ReturnedConnectionsTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.siyu");

  @Test
  void shouldReadRowsAsListsSoThatNoConnectionStaysOut() {
    noClasses()
        .should()
        .callMethod(MappedQuerySpec.class, "stream")
        .because(
            "such a stream keeps its connection until it is closed; four pages and steps did not,"
                + " and a replayed year stood still after ten months with all 32 lent out")
        .check(PRODUCT);
  }
}
