package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRulesTest {

  private static final ContentSettings SETTINGS =
      new ContentSettings(4000, 2000, 60_000, 9, 7, Duration.ofHours(1));

  private static List<String> broken(PieceKind kind, String text) {
    return ReviewRules.findings(new ReviewRule.Question(kind, text, List.of(), Map.of(), SETTINGS))
        .stream()
        .map(Finding::rule)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MESSAGE | {name}，您的券 {coupon:code} | ",
        "MESSAGE | 您好 {Name} | placeholder-unknown",
        "MESSAGE | 您好 {nickname} | placeholder-unknown",
        "MESSAGE | 您好 {} | placeholder-unknown",
        "MESSAGE | 券 {coupon:date} | placeholder-type",
        "MESSAGE | 券 {coupon | placeholder-brace",
        "MESSAGE | 券 coupon} | placeholder-brace",
        "WELCOME | 券 {coupon} | placeholder-empty",
        "WELCOME | 来自{channel} | ",
        "MOMENTS | {name}看这里 | placeholder-empty",
        "LINK | https://mall.example/p/1?x=2 | ",
        "LINK | mall.example/p/1 | link-address",
        "LINK | javascript:alert(1) | link-address",
        "ARTICLE | <script>alert(1)</script> | ",
      })
  void shouldNameTheRuleATextBreaks(String kind, String text, String rule) {
    assertThat(broken(PieceKind.valueOf(kind), text))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void shouldSayWhatIsWrongAndWhatIsExpected() {
    // when
    var finding =
        ReviewRules.findings(
                new ReviewRule.Question(
                    PieceKind.MESSAGE, "{coupon:date}", List.of(), Map.of(), SETTINGS))
            .getFirst();
    // then
    assertThat(finding.message()).contains("{coupon:date}", "{coupon:code}");
    assertThat(finding.messageEn()).contains("{coupon:date}", "{coupon:code}");
  }

  @Test
  void shouldCountBytesOfAMessageWithItsPlaceholdersFilled() {
    // given: 1,333 characters are 3,999 bytes; a name may take 90 more
    var text = "字".repeat(1333);
    // then
    assertThat(broken(PieceKind.MESSAGE, text)).isEmpty();
    assertThat(broken(PieceKind.MESSAGE, text + "{name}")).containsExactly("text-too-long");
    assertThat(broken(PieceKind.MESSAGE, text + "ab")).containsExactly("text-too-long");
  }

  @Test
  void shouldCountCharactersOfMoments() {
    assertThat(broken(PieceKind.MOMENTS, "😀".repeat(2000))).isEmpty();
    assertThat(broken(PieceKind.MOMENTS, "字".repeat(2001))).containsExactly("text-too-long");
  }

  @Test
  void shouldLeaveOutAValueThatIsNotOfItsType() {
    var template = new Template("{name}|{link}|{date}|{coupon}");
    assertThat(
            template.fill(
                Map.of(
                    "name", " a\nb ", "link", "javascript:x", "date", "tomorrow", "coupon", "!")))
        .isEqualTo("a b|||");
    assertThat(
            template.fill(Map.of("link", "https://a.b/c", "date", "2026-12-01", "coupon", "K-1")))
        .isEqualTo("|https://a.b/c|12月1日|K-1");
  }

  @Test
  void shouldSayWhatAKitStillLacks() {
    // given
    var approved =
        List.of(
            new KitRules.Part(PieceKind.PAGE, "page"),
            new KitRules.Part(PieceKind.LINK, "https://a.b"),
            new KitRules.Part(PieceKind.MOMENTS, "m"),
            new KitRules.Part(PieceKind.MEDIA, ""));
    // then
    assertThat(KitRules.missing(approved))
        .extracting(Finding::rule)
        .containsExactly("community", "article");
    assertThat(KitRules.missing(List.of())).hasSize(6);
  }
}
