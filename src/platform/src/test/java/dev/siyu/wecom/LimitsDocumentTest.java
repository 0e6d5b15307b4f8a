package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/wecom-limits.md promises a test for each limit and each error code. */
class LimitsDocumentTest {

  private static final Path ROOT = Path.of(System.getProperty("siyu.root", "../.."));
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(should\\w+)`");
  private static final Pattern RUN =
      Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest)\\b");

  /** Keeps a method or, at the margin, its whole class from running, always or sometimes. */
  private static final Pattern OFF = Pattern.compile("@(Disabled|Enabled)\\w*");

  private static final Pattern CLASS_OFF = Pattern.compile("(?m)^" + OFF);
  private static final Pattern ROW = Pattern.compile("\"(-?\\d+), (?:Retryable|Declined|Broken)\"");

  private static Map<String, String> tests() throws IOException {
    try (var files = Files.walk(ROOT.resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .filter(file -> !file.toString().contains("target"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  LimitsDocumentTest::text,
                  String::concat));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Between the method and the one before it stands an annotation that has it run. */
  private static boolean isRun(String source, String method) {
    int at = source.indexOf("void " + method + "(");
    if (at < 0) {
      return false;
    }
    int before = Math.max(source.lastIndexOf("\n  }\n", at), source.lastIndexOf("class ", at));
    var head = source.substring(Math.max(0, before), at);
    return RUN.matcher(head).find()
        && !OFF.matcher(head).find()
        && !CLASS_OFF.matcher(source).find();
  }

  @Test
  void shouldTakeAMethodWithoutAnnotationForNoTest() {
    assertThat(isRun("class A {\n  @Test\n  void shouldX() {\n  }\n}", "shouldX")).isTrue();
    assertThat(
            isRun("class A {\n  @Test\n  void shouldX() {\n  }\n\n  void shouldY() {", "shouldY"))
        .isFalse();
    assertThat(isRun("class A {\n  @Test\n  @Disabled\n  void shouldX() {\n  }\n}", "shouldX"))
        .isFalse();
    assertThat(isRun("class A {\n  void shouldX() {\n  }\n}", "shouldX")).isFalse();
    var test = "class A {\n  @Test\n  void shouldX() {\n  }\n}";
    assertThat(isRun("@Disabled\n" + test, "shouldX")).as("the class is off").isFalse();
    assertThat(isRun("@EnabledIf(\"x\")\n" + test, "shouldX")).as("at times").isFalse();
    assertThat(isRun(test.replace("@Test", "@Test\n  @EnabledOnOs(MAC)"), "shouldX")).isFalse();
  }

  @Test
  void shouldNameTestsThatExist() throws IOException {
    // given
    var tests = tests();
    var named = NAMED.matcher(text(ROOT.resolve("docs/wecom-limits.md"))).results().toList();

    // when
    var missing =
        named.stream()
            .filter(one -> !isRun(tests.getOrDefault(one.group(1), ""), one.group(2)))
            .map(MatchResult::group)
            .toList();

    // then
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(missing).as("tests the document names").isEmpty();
  }

  @Test
  void shouldMeetEveryErrorCodeOfThePolicy() throws IOException {
    // given
    var rows =
        ROW.matcher(tests().get("WxWeComTest"))
            .results()
            .map(row -> Integer.valueOf(row.group(1)))
            .collect(Collectors.toSet());

    // when, then
    assertThat(rows).as("codes of the policy table").containsAll(ErrorPolicy.codes());
  }
}
