package dev.siyu.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Images, videos and files that content may carry. */
public interface MediaLibrary {

  /**
   * @param goodUntil until when WeCom knows it; null while it never was uploaded there
   * @param note why the latest upload to WeCom failed
   */
  record Medium(
      String id,
      MediaKind kind,
      String mime,
      String name,
      int bytes,
      String uploadedBy,
      Instant uploadedAt,
      @Nullable Instant goodUntil,
      @Nullable String note) {}

  record Stored(String name, String mime, byte[] bytes) {}

  /** Keeps a file; the same bytes are kept once. Refuses what WeCom would not take. */
  Medium upload(String name, byte[] bytes, String actor);

  /** At most 500, newest first. */
  List<Medium> all();

  Optional<Stored> bytes(String id);
}
