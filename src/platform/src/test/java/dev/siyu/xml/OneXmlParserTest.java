package dev.siyu.xml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OneXmlParserTest {

  private static final Pattern PARSER =
      Pattern.compile(
          "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*Factory"
              + "|org\\.dom4j\\..*|org\\.jdom2?\\..*|com\\.thoughtworks\\.xstream\\..*"
              + "|org\\.xml\\.sax\\.helpers\\.XMLReaderFactory");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.siyu");

  @Test
  void shouldCreateXmlParsersInOnePlaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SafeXml.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .haveNameMatching(PARSER.pattern())
        .because("XXE came back three times through a second parser (WxJava 889, 903, 1427)")
        .check(PRODUCT);
  }
}
