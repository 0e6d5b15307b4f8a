package dev.siyu.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a promoted product needs (素材包), each part approved; to be read aloud. */
final class KitRules {

  /** An approved piece of a kit. */
  record Part(PieceKind kind, String text) {}

  /** One thing a kit must have; a pure function of its approved parts. */
  record KitRule(String name, Predicate<List<Part>> isKept, String missing, String missingEn) {

    Optional<Finding> apply(List<Part> approved) {
      return isKept.test(approved)
          ? Optional.empty()
          : Optional.of(new Finding(name, missing, missingEn));
    }
  }

  static final KitRule PAGE_IS_THERE =
      needs(PieceKind.PAGE, "page", "缺少已审核的商品页", "no approved product page");
  static final KitRule LINK_IS_THERE =
      needs(PieceKind.LINK, "link", "缺少已审核的下单链接", "no approved order link");
  static final KitRule MOMENTS_ARE_THERE =
      needs(PieceKind.MOMENTS, "moments", "缺少已审核的朋友圈文案", "no approved moments copy");
  static final KitRule COMMUNITY_IS_THERE =
      needs(PieceKind.COMMUNITY, "community", "缺少已审核的社群话术", "no approved community copy");
  static final KitRule ARTICLE_IS_THERE =
      needs(PieceKind.ARTICLE, "article", "缺少已审核的公众号文章", "no approved article");
  static final KitRule MEDIA_ARE_THERE =
      needs(PieceKind.MEDIA, "media", "缺少已审核的图片或视频", "no approved image or video");

  static final List<KitRule> ALL =
      List.of(
          PAGE_IS_THERE,
          LINK_IS_THERE,
          MOMENTS_ARE_THERE,
          COMMUNITY_IS_THERE,
          ARTICLE_IS_THERE,
          MEDIA_ARE_THERE);

  /** What is missing; empty when the kit is complete. */
  static List<Finding> missing(List<Part> approved) {
    return ALL.stream().flatMap(rule -> rule.apply(approved).stream()).toList();
  }

  private static KitRule needs(PieceKind kind, String name, String missing, String missingEn) {
    return new KitRule(
        name, parts -> parts.stream().anyMatch(part -> part.kind() == kind), missing, missingEn);
  }

  private KitRules() {}
}
