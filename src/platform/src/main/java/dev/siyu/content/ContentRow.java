package dev.siyu.content;

import dev.siyu.content.ContentDesk.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version as the desk holds it while it decides. */
record ContentRow(
    String key,
    int version,
    int revision,
    PieceState state,
    PieceKind kind,
    @Nullable String product,
    String title,
    String text,
    List<PieceAttachment> attachments,
    List<String> authors) {

  Seen seen() {
    return new Seen(key, version, revision);
  }

  ContentDesk.Draft asDraft() {
    return new ContentDesk.Draft(kind, product, title, text, attachments);
  }

  boolean isWrittenBy(String person) {
    return authors.contains(person);
  }
}
