package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns the attachments of a version into what a message names, with ids WeCom knows now. */
@Component
class JdbcContentAttachments {

  private static final String OF =
      """
      SELECT attachments FROM content
      WHERE key = :key AND attachments <> '[]' AND (CASE WHEN :version > 0
        THEN version = :version AND state IN ('APPROVED', 'RETIRED') ELSE state = 'APPROVED' END)
      """;

  private final JdbcClient jdbc;
  private final WeComMediaCache cache;

  JdbcContentAttachments(JdbcClient jdbc, WeComMediaCache cache) {
    this.jdbc = jdbc;
    this.cache = cache;
  }

  CallResult<List<Attachment>> of(String key, int version) {
    var written =
        jdbc.sql(OF).param("key", key).param("version", version).query(String.class).optional();
    CallResult<List<Attachment>> all = new CallResult.Ok<>(List.of());
    for (var one : written.map(AttachmentJson::read).orElse(List.of())) {
      all =
          all.then(before -> attachment(one).then(next -> new CallResult.Ok<>(with(before, next))));
    }
    return all;
  }

  private CallResult<Attachment> attachment(PieceAttachment one) {
    var kind = one.mediaKind();
    if (kind == null) {
      return new CallResult.Ok<>(new Attachment.Link(text(one.title()), text(one.url()), null));
    }
    return cache.idOf(text(one.media()), kind).then(id -> new CallResult.Ok<>(named(one, id)));
  }

  private static Attachment named(PieceAttachment one, String id) {
    return switch (one.type()) {
      case IMAGE -> new Attachment.Image(id);
      case VIDEO -> new Attachment.Video(id);
      case FILE -> new Attachment.File(id);
      case LINK -> new Attachment.Link(text(one.title()), text(one.url()), null);
      case MINI_PROGRAM ->
          new Attachment.MiniProgram(text(one.title()), text(one.appId()), text(one.page()), id);
    };
  }

  private static List<Attachment> with(List<Attachment> before, Attachment next) {
    var all = new ArrayList<>(before);
    all.add(next);
    return List.copyOf(all);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
