package dev.siyu.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people read about content. */
public interface ContentLibrary {

  /** A piece in the list: its newest version, and the approved one if any. */
  record Entry(
      String key,
      PieceKind kind,
      @Nullable String product,
      String title,
      int version,
      PieceState state,
      @Nullable Integer approvedVersion,
      @Nullable Instant changedAt,
      String changedBy,
      boolean reminded) {}

  /** A kit with what it still lacks. */
  record Kit(String product, String name, List<Finding> missing) {}

  record Version(
      int version,
      int revision,
      PieceState state,
      PieceKind kind,
      @Nullable String product,
      String title,
      String text,
      List<PieceAttachment> attachments,
      List<String> authors,
      @Nullable Instant changedAt,
      String changedBy,
      @Nullable Instant publishedAt,
      @Nullable Figures figures) {}

  record Decision(int version, String action, String actor, Instant at, @Nullable String reason) {}

  /** What a version achieved within {@code days} after each touch. */
  record Figures(
      Instant collectedAt,
      int days,
      int made,
      int waiting,
      int refused,
      int customers,
      int replied,
      int buyers,
      int orders,
      long netCents) {}

  /** Versions newest first, decisions newest first. */
  record Piece(String key, List<Version> versions, List<Decision> decisions) {}

  /** A placeholder as the editor explains it. */
  record Help(String code, String type, String meaning, String meaningEn, List<PieceKind> kinds) {}

  record Limits(int messageBytes, int momentsCharacters, int articleCharacters, int attachments) {}

  /** A text as a customer would read it, and what the review would object to. */
  record Preview(String text, List<String> empty, List<Finding> findings) {}

  /** At most 1000 pieces, last changed first. */
  List<Entry> entries();

  List<Kit> kits();

  Optional<Piece> piece(String key);

  List<Help> placeholders();

  Limits limits();

  /** {@code values} are a real customer's; product and link come from the kit. */
  Preview preview(
      PieceKind kind, @Nullable String product, String text, Map<String, String> values);
}
