package dev.siyu.content;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a piece carries beside its text.
 *
 * @param media an image, video or file; of a mini-program card its cover
 */
public record PieceAttachment(
    Type type,
    @Nullable String media,
    @Nullable String title,
    @Nullable String url,
    @Nullable String appId,
    @Nullable String page) {

  public enum Type {
    IMAGE,
    VIDEO,
    FILE,
    LINK,
    MINI_PROGRAM
  }

  /** What its medium must be; null when it needs none. */
  @Nullable MediaKind mediaKind() {
    return switch (type) {
      case IMAGE, MINI_PROGRAM -> MediaKind.IMAGE;
      case VIDEO -> MediaKind.VIDEO;
      case FILE -> MediaKind.FILE;
      case LINK -> null;
    };
  }

  boolean isWhole() {
    return switch (type) {
      case IMAGE, VIDEO, FILE -> are(media);
      case LINK -> are(title, url) && PlaceholderType.isAddress(String.valueOf(url));
      case MINI_PROGRAM -> are(media, title, appId, page);
    };
  }

  private static boolean are(@Nullable String... texts) {
    return Stream.of(texts).allMatch(text -> text != null && !text.isBlank());
  }
}
