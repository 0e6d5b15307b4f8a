package dev.siyu.xml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OneXmlParserTest {

  private static final Pattern PARSER =
      Pattern.compile(
          "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*Factory"
              + "|org\\.dom4j\\..*|org\\.jdom2?\\..*|com\\.thoughtworks\\.xstream\\..*"
              + "|org\\.xml\\.sax\\.helpers\\.XMLReaderFactory");

  /** May only shrink. DrawingName: reads drawings the engine has accepted, with DTDs off. */
  private static final Set<String> EXCEPTIONS = Set.of("dev.siyu.history.DrawingName");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.siyu");

  private static boolean parses(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(use -> PARSER.matcher(use.getTargetClass().getName()).matches());
  }

  @Test
  void shouldCreateXmlParsersInOnePlaceOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SafeXml.class.getName())
        .and(
            DescribedPredicate.describe("are no exception", c -> !EXCEPTIONS.contains(c.getName())))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(PARSER.pattern())
        .because("XXE came back three times through a second parser (WxJava 889, 903, 1427)")
        .check(PRODUCT);
  }

  @Test
  void shouldForgetExceptionsThatAreNotNeededAnyMore() {
    for (var name : EXCEPTIONS) {
      assertThat(PRODUCT.contain(name) && parses(PRODUCT.get(name)))
          .as("%s still has its own parser", name)
          .isTrue();
    }
  }
}
