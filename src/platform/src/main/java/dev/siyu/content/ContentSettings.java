package dev.siyu.content;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of content ({@code siyu.content.*}). WeCom's numbers may change there.
 *
 * @param messageBytes a message, welcome or community text in UTF-8 (WeCom: 4000), 100 to 100000
 * @param momentsCharacters a moments text (WeCom: 2000), 100 to 100000
 * @param articleCharacters an article or product page, 100 to 100000
 * @param attachments of one message (WeCom: 9), 1 to 20
 * @param figureDays a reply or order counts within so many days after a touch, 1 to 90
 * @param messageWait how long a message of the pipeline waits for its journey, PT1M to P7D
 */
@ConfigurationProperties("siyu.content")
record ContentSettings(
    @DefaultValue("4000") int messageBytes,
    @DefaultValue("2000") int momentsCharacters,
    @DefaultValue("60000") int articleCharacters,
    @DefaultValue("9") int attachments,
    @DefaultValue("7") int figureDays,
    @DefaultValue("PT1H") Duration messageWait) {

  ContentSettings {
    Bounds.between("siyu.content.message-bytes", messageBytes, 100, 100_000);
    Bounds.between("siyu.content.moments-characters", momentsCharacters, 100, 100_000);
    Bounds.between("siyu.content.article-characters", articleCharacters, 100, 100_000);
    Bounds.between("siyu.content.attachments", attachments, 1, 20);
    Bounds.between("siyu.content.figure-days", figureDays, 1, 90);
    Bounds.between(
        "siyu.content.message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }
}
