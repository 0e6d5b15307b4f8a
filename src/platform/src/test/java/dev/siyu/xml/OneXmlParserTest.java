package dev.siyu.xml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class OneXmlParserTest {

  @Test
  void shouldCreateXmlParsersInOnePlaceOnly() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.siyu");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SafeXml.class.getName())
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javax\\.xml\\.(parsers|stream|transform|validation|xpath)\\..*Factory"
                + "|org\\.dom4j\\..*|org\\.jdom2?\\..*|com\\.thoughtworks\\.xstream\\..*"
                + "|org\\.xml\\.sax\\.helpers\\.XMLReaderFactory")
        .because("XXE came back three times through a second parser (WxJava 889, 903, 1427)")
        .check(classes);
  }
}
