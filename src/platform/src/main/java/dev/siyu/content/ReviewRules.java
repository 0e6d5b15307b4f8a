package dev.siyu.content;

import dev.siyu.content.ReviewRule.Objection;
import dev.siyu.content.ReviewRule.Question;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All a text has to fulfil before anybody is asked to review it, to be read aloud. */
final class ReviewRules {

  private static final String DECLARED =
      Arrays.stream(Placeholder.values())
          .map(one -> "{" + one.code() + "}")
          .collect(Collectors.joining(" "));

  static final ReviewRule SOMETHING_IS_SAID =
      new ReviewRule(
          "text-missing",
          q ->
              q.text().isBlank() && q.kind() != PieceKind.MEDIA
                  ? no("没有正文", "there is no text")
                  : Optional.empty());

  static final ReviewRule BRACES_ARE_CLOSED =
      new ReviewRule(
          "placeholder-brace",
          q ->
              q.template().hasStrayBrace()
                  ? no("花括号不成对：占位符写作 {name}", "a brace stands alone (expected: {name})")
                  : Optional.empty());

  static final ReviewRule PLACEHOLDERS_ARE_DECLARED =
      new ReviewRule(
          "placeholder-unknown",
          q ->
              first(
                  q,
                  use -> use.placeholder().isEmpty(),
                  use ->
                      no(
                          "不认识的占位符 %s（可用：%s）".formatted(use.written(), DECLARED),
                          "unknown placeholder %s (expected: %s)"
                              .formatted(use.written(), DECLARED))));

  static final ReviewRule PLACEHOLDERS_HAVE_THEIR_TYPE =
      new ReviewRule(
          "placeholder-type",
          q ->
              first(
                  q,
                  use -> use.placeholder().isPresent() && !use.typeFits(),
                  use -> {
                    var one = use.placeholder().orElseThrow();
                    var right = "{%s} / {%s:%s}".formatted(one.code(), one.code(), one.type.code());
                    return no(
                        "占位符 %s 类型不对（应为：%s）".formatted(use.written(), right),
                        "placeholder %s has the wrong type (expected: %s)"
                            .formatted(use.written(), right));
                  }));

  static final ReviewRule PLACEHOLDERS_ARE_FILLED_THERE =
      new ReviewRule(
          "placeholder-empty",
          q ->
              first(
                  q,
                  use -> use.placeholder().filter(one -> !q.kind().fills(one)).isPresent(),
                  use ->
                      no(
                          "此类内容里没有人填写 %s，客户只会看到空白".formatted(use.written()),
                          "nobody fills %s in a %s, customers would see nothing there"
                              .formatted(use.written(), q.kind()))));

  static final ReviewRule TEXT_FITS =
      new ReviewRule(
          "text-too-long",
          q -> {
            int limit = limit(q);
            int length = length(q);
            var bytes = isCountedInBytes(q.kind());
            return length <= limit
                ? Optional.empty()
                : no(
                    "填满占位符后可达 %d %s（上限 %d）".formatted(length, bytes ? "字节" : "字", limit),
                    "up to %d %s with placeholders filled (expected: at most %d)"
                        .formatted(length, bytes ? "bytes" : "characters", limit));
          });

  static final ReviewRule LINK_IS_AN_ADDRESS =
      new ReviewRule(
          "link-address",
          q ->
              q.kind() != PieceKind.LINK || PlaceholderType.isAddress(q.text().strip())
                  ? Optional.empty()
                  : no(
                      "下单链接应是一个 http(s) 地址",
                      "an order link is one address (expected: https://...)"));

  static final ReviewRule ATTACHMENTS_ARE_FEW =
      new ReviewRule(
          "attachments-too-many",
          q -> {
            int count = q.attachments().size();
            int most = q.settings().attachments();
            return count <= most
                ? Optional.empty()
                : no(
                    "%d 个附件（上限 %d）".formatted(count, most),
                    "%d attachments (expected: at most %d)".formatted(count, most));
          });

  static final ReviewRule ATTACHMENTS_ARE_WHOLE =
      new ReviewRule(
          "attachment-incomplete",
          q ->
              q.attachments().stream().allMatch(PieceAttachment::isWhole)
                  ? Optional.empty()
                  : no(
                      "附件没填完整：链接要标题和地址，小程序卡片要标题、appid、页面和封面",
                      "an attachment is incomplete (a link needs title and address, a mini-program"
                          + " card title, appid, page and cover)"));

  static final ReviewRule MEDIA_EXIST =
      new ReviewRule(
          "media-unknown",
          q ->
              q.attachments().stream().allMatch(one -> isKnown(one, q))
                  ? Optional.empty()
                  : no(
                      "附件引用的素材不存在或类型不符",
                      "an attachment names a medium that does not exist or fit"));

  static final ReviewRule MEDIA_PIECE_HAS_MEDIA =
      new ReviewRule(
          "media-missing",
          q ->
              q.kind() != PieceKind.MEDIA
                      || q.attachments().stream().anyMatch(one -> one.media() != null)
                  ? Optional.empty()
                  : no("没有图片或视频", "there is no image or video"));

  static final List<ReviewRule> ALL =
      List.of(
          SOMETHING_IS_SAID,
          BRACES_ARE_CLOSED,
          PLACEHOLDERS_ARE_DECLARED,
          PLACEHOLDERS_HAVE_THEIR_TYPE,
          PLACEHOLDERS_ARE_FILLED_THERE,
          TEXT_FITS,
          LINK_IS_AN_ADDRESS,
          ATTACHMENTS_ARE_FEW,
          ATTACHMENTS_ARE_WHOLE,
          MEDIA_EXIST,
          MEDIA_PIECE_HAS_MEDIA);

  static List<Finding> findings(Question question) {
    return ALL.stream().flatMap(rule -> rule.apply(question).stream()).toList();
  }

  /** Without the rules about attachments. */
  static List<Finding> textFindings(Question question) {
    return ALL.stream()
        .limit(ALL.indexOf(ATTACHMENTS_ARE_FEW))
        .flatMap(rule -> rule.apply(question).stream())
        .toList();
  }

  private static boolean isKnown(PieceAttachment one, Question q) {
    var kind = one.mediaKind();
    return kind == null || one.media() == null || q.knownMedia().get(one.media()) == kind;
  }

  private static boolean isCountedInBytes(PieceKind kind) {
    return switch (kind) {
      case MESSAGE, WELCOME, COMMUNITY, LINK, MEDIA -> true;
      case PAGE, MOMENTS, ARTICLE -> false;
    };
  }

  private static int limit(Question q) {
    return switch (q.kind()) {
      case MESSAGE, WELCOME, COMMUNITY, LINK, MEDIA -> q.settings().messageBytes();
      case MOMENTS -> q.settings().momentsCharacters();
      case PAGE, ARTICLE -> q.settings().articleCharacters();
    };
  }

  private static int length(Question q) {
    var text = q.template().longest();
    return isCountedInBytes(q.kind())
        ? text.getBytes(StandardCharsets.UTF_8).length
        : text.codePointCount(0, text.length());
  }

  private static Optional<Objection> first(
      Question q, Predicate<Template.Use> wrong, Function<Template.Use, Optional<Objection>> said) {
    return q.template().uses().stream().filter(wrong).findFirst().flatMap(said);
  }

  private static Optional<Objection> no(String message, String messageEn) {
    return Optional.of(new Objection(message, messageEn));
  }

  private ReviewRules() {}
}
