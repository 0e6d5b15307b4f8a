package dev.siyu.content;

import dev.siyu.settings.Bounds;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bytes of media lie ({@code siyu.media.*}). The address is fixed here: nothing a person
 * uploads or writes into content ever becomes an address that we call.
 *
 * @param store database (PostgreSQL) or s3
 * @param endpoint http or https address of the object store, without a path
 * @param bucket exists already; 3 to 63 characters
 * @param region as the store names it
 * @param pathStyle true: {@code endpoint/bucket/key}, as MinIO and most others want it; false:
 *     {@code bucket.endpoint/key}
 * @param connectTimeout 100 ms..10 s
 * @param readTimeout 100 ms..60 s
 * @param move true with s3: media that lie in PostgreSQL move into the bucket, some every minute
 */
@ConfigurationProperties("siyu.media")
record MediaStoreSettings(
    @DefaultValue("DATABASE") Kind store,
    @Nullable URI endpoint,
    @DefaultValue("") String bucket,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("true") boolean pathStyle,
    @DefaultValue("PT2S") Duration connectTimeout,
    @DefaultValue("PT20S") Duration readTimeout,
    @DefaultValue("false") boolean move) {

  enum Kind {
    DATABASE,
    S3
  }

  MediaStoreSettings {
    Bounds.between(
        "siyu.media.connect-timeout",
        connectTimeout,
        Duration.ofMillis(100),
        Duration.ofSeconds(10));
    Bounds.between(
        "siyu.media.read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(60));
    if (store == Kind.S3) {
      if (endpoint == null
          || !String.valueOf(endpoint.getScheme()).matches("https?")
          || endpoint.getHost() == null
          || endpoint.getUserInfo() != null) {
        throw wrong("endpoint", String.valueOf(endpoint), "http(s)://host[:port]");
      }
      if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
        throw wrong("bucket", bucket, "3 to 63 of a-z, 0-9, dot, dash");
      }
      filled("region", region);
      filled("access-key", accessKey);
      filled("secret-key", secretKey);
    } else if (move) {
      throw wrong("move", "true", "false while the store is the database");
    }
  }

  private static void filled(String name, String value) {
    if (value.isBlank()) {
      throw wrong(name, "nothing", "a value");
    }
  }

  private static IllegalArgumentException wrong(String name, String value, String expected) {
    return new IllegalArgumentException(
        "siyu.media." + name + ": " + value + " (expected: " + expected + ")");
  }

  @Override
  public String toString() {
    return "MediaStoreSettings[store=" + store + ", endpoint=" + endpoint + "]"; // no secrets
  }
}
