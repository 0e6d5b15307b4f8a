package dev.siyu.moments;

import dev.siyu.content.ContentLibrary;
import dev.siyu.content.PieceAttachment;
import dev.siyu.content.PieceKind;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The approved moments copy (朋友圈文案). */
@Component
class Pieces {

  /** The approved version of a piece. */
  record Approved(
      String key, int version, String title, String text, List<PieceAttachment> attachments) {}

  private final ContentLibrary library;

  Pieces(ContentLibrary library) {
    this.library = library;
  }

  List<ContentLibrary.Entry> all() {
    return library.entries().stream()
        .filter(one -> one.kind() == PieceKind.MOMENTS && one.approvedVersion() != null)
        .toList();
  }

  Optional<Approved> approved(String key) {
    return all().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .flatMap(
            entry ->
                library.piece(key).stream()
                    .flatMap(piece -> piece.versions().stream())
                    .filter(one -> Integer.valueOf(one.version()).equals(entry.approvedVersion()))
                    .findFirst())
        .map(one -> new Approved(key, one.version(), one.title(), one.text(), one.attachments()));
  }
}
