package dev.siyu.content;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of media ({@code siyu.content.media.*}). WeCom's numbers (doc 90253) may change there.
 *
 * @param imageBytes JPG or PNG (WeCom: 10 MB), 1 kB to 32 MB
 * @param videoBytes MP4 (WeCom: 10 MB), 1 kB to 32 MB
 * @param fileBytes PDF or Office (WeCom: 20 MB), 1 kB to 32 MB
 * @param life how long an id WeCom gave is good (3 days), PT1H to P30D
 * @param refreshBefore how long before its end it is renewed, PT1M to half of {@code life}
 * @param retryAfter pause after a failed upload, PT1M to PT6H
 */
@ConfigurationProperties("siyu.content.media")
record MediaSettings(
    @DefaultValue("10485760") int imageBytes,
    @DefaultValue("10485760") int videoBytes,
    @DefaultValue("20971520") int fileBytes,
    @DefaultValue("P3D") Duration life,
    @DefaultValue("PT6H") Duration refreshBefore,
    @DefaultValue("PT10M") Duration retryAfter) {

  private static final int MOST = 32 << 20;

  MediaSettings {
    Bounds.between("siyu.content.media.image-bytes", imageBytes, 1024, MOST);
    Bounds.between("siyu.content.media.video-bytes", videoBytes, 1024, MOST);
    Bounds.between("siyu.content.media.file-bytes", fileBytes, 1024, MOST);
    Bounds.between("siyu.content.media.life", life, Duration.ofHours(1), Duration.ofDays(30));
    Bounds.between(
        "siyu.content.media.refresh-before",
        refreshBefore,
        Duration.ofMinutes(1),
        life.dividedBy(2));
    Bounds.between(
        "siyu.content.media.retry-after", retryAfter, Duration.ofMinutes(1), Duration.ofHours(6));
  }

  /** Beyond it no kind needs to be looked at. */
  int largest() {
    return Math.max(imageBytes, Math.max(videoBytes, fileBytes));
  }

  int most(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> imageBytes;
      case VIDEO -> videoBytes;
      case FILE -> fileBytes;
    };
  }
}
