package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.MediaUploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the ids WeCom gave our media and renews them before their 3 days end, so that a welcome
 * does not spend its 20 s on an upload; only for media that approved content uses.
 */
@Component
class WeComMediaCache implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(WeComMediaCache.class);
  private static final Duration SPARE = Duration.ofMinutes(1);

  /** When each medium in use has to be uploaded (again); the epoch: it never was. */
  private static final String DUE =
      """
      SELECT u.media, greatest(coalesce(w.next_try_at, :epoch),
          coalesce(w.expires_at - make_interval(secs => :before), :epoch)) AS due
      FROM (SELECT DISTINCT a ->> 'media' AS media
        FROM content c CROSS JOIN jsonb_array_elements(c.attachments) a
        WHERE c.state = 'APPROVED' AND c.attachments <> '[]') u
      JOIN media m ON m.id = u.media
      LEFT JOIN wecom_media w ON w.media_id = u.media
      ORDER BY due
      """;

  private static final String GOOD =
      """
      SELECT wecom_media_id FROM wecom_media WHERE media_id = :id AND expires_at > :then
      """;
  private static final String KEEP =
      """
      INSERT INTO wecom_media (media_id, wecom_media_id, expires_at, next_try_at, note)
      VALUES (:id, :wecomId, :until, NULL, NULL)
      ON CONFLICT (media_id) DO UPDATE SET wecom_media_id = excluded.wecom_media_id,
        expires_at = excluded.expires_at, next_try_at = NULL, note = NULL
      """;
  private static final String FAILED =
      """
      INSERT INTO wecom_media (media_id, next_try_at, note) VALUES (:id, :until, :note)
      ON CONFLICT (media_id) DO UPDATE SET next_try_at = excluded.next_try_at, note = excluded.note
      """;

  private record Due(String media, Instant at) {}

  private final JdbcClient jdbc;
  private final JdbcMediaLibrary library;
  private final MediaUploads uploads;
  private final MediaSettings settings;
  private final Clock clock;

  WeComMediaCache(
      JdbcClient jdbc,
      JdbcMediaLibrary library,
      MediaUploads uploads,
      MediaSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.library = library;
    this.uploads = uploads;
    this.settings = settings;
    this.clock = clock;
  }

  /** WeCom's id of a medium; uploads it when none is good any more. */
  CallResult<String> idOf(String media, MediaKind kind) {
    var now = clock.instant();
    return jdbc.sql(GOOD)
        .param("id", media)
        .param("then", sql(now.plus(SPARE)))
        .query(String.class)
        .optional()
        .<CallResult<String>>map(CallResult.Ok::new)
        .orElseGet(() -> renewed(media, kind, now));
  }

  private CallResult<String> renewed(String media, MediaKind kind, Instant now) {
    var stored = library.bytes(media).orElse(null);
    if (stored == null) {
      return new CallResult.Broken<>("SIYU-3197", "no bytes for " + media);
    }
    var type =
        switch (kind) {
          case IMAGE -> MediaUploads.Type.IMAGE;
          case VIDEO -> MediaUploads.Type.VIDEO;
          case FILE -> MediaUploads.Type.FILE;
        };
    return uploads
        .upload(type, stored.name(), stored.bytes())
        .then(
            uploaded -> {
              keep(media, uploaded.mediaId(), now.plus(settings.life()));
              return new CallResult.Ok<>(uploaded.mediaId());
            });
  }

  private void keep(String media, String wecomId, Instant until) {
    jdbc.sql(KEEP).param("id", media).param("wecomId", wecomId).param("until", sql(until)).update();
  }

  @Override
  public String name() {
    return "media";
  }

  @Override
  public Optional<Instant> nextDue() {
    return due().stream().findFirst().map(Due::at);
  }

  @Override
  public void runDue(Instant now) {
    var overdue = due().stream().filter(one -> !one.at().isAfter(now)).map(Due::media).toList();
    var kinds = library.kinds(Set.copyOf(overdue));
    for (var media : overdue) {
      var result = renewed(media, kinds.getOrDefault(media, MediaKind.FILE), now);
      var problem = problem(result);
      if (problem != null) {
        var again = now.plus(settings.retryAfter());
        log.warn("SIYU-3198 {} not renewed at WeCom: {}; tried again at {}", media, problem, again);
        jdbc.sql(FAILED)
            .param("id", media)
            .param("until", sql(again))
            .param("note", problem)
            .update();
      }
    }
  }

  private List<Due> due() {
    return jdbc.sql(DUE)
        .param("epoch", sql(Instant.EPOCH))
        .param("before", settings.refreshBefore().toSeconds())
        .query(
            (row, n) ->
                new Due(
                    row.getString("media"), row.getObject("due", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static @Nullable String problem(CallResult<String> result) {
    return switch (result) {
      case CallResult.Ok<String> ok -> null;
      case CallResult.Declined<String> no -> no.code() + " " + no.reason();
      case CallResult.Retryable<String> busy -> busy.code() + " " + busy.reason();
      case CallResult.Broken<String> broken -> broken.code() + " " + broken.reason();
      case CallResult.Unknown<String> none -> none.code() + " " + none.reason();
    };
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
