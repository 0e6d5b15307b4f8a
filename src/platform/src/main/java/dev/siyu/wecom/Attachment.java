package dev.siyu.wecom;

import org.jspecify.annotations.Nullable;

/** What a welcome or a mass send may carry beside its text; at most 9 (docs 92135, 92599). */
public sealed interface Attachment {

  record Image(String mediaId) implements Attachment {}

  record Video(String mediaId) implements Attachment {}

  record File(String mediaId) implements Attachment {}

  record Link(String title, String url, @Nullable String description) implements Attachment {}

  /**
   * @param coverMediaId picture of the card, a media id too
   */
  record MiniProgram(String title, String appId, String page, String coverMediaId)
      implements Attachment {}
}
