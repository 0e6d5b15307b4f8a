package dev.siyu.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people write and decide. Every act names the version and revision the person saw; each
 * throws {@link ContentRefused} and changes nothing when it cannot be done.
 */
public interface ContentDesk {

  /** What a person writes. */
  record Draft(
      PieceKind kind,
      @Nullable String product,
      String title,
      String text,
      List<PieceAttachment> attachments) {

    public Draft(PieceKind kind, @Nullable String product, String title, String text) {
      this(kind, product, title, text, List.of());
    }
  }

  /** The version a person looks at. */
  record Seen(String key, int version, int revision) {}

  /** Starts a new piece as version 1. */
  Seen create(String key, Draft draft, String actor);

  /** Starts the next version with the newest one's words; one version at a time is worked on. */
  Seen revise(String key, String actor);

  /** Changes a draft; the kind of a piece stays. */
  Seen edit(Seen seen, Draft draft, String actor);

  /** Asks for review; the rules are checked here. */
  Seen submit(Seen seen, String actor);

  /** Takes it back from review. */
  Seen withdraw(Seen seen, String reason, String actor);

  /** From now on journeys use this version; the approved one before it is retired. */
  Seen approve(Seen seen, @Nullable String reason, String actor);

  Seen reject(Seen seen, String reason, String actor);

  /** Ends a draft, or takes an approved version out of use: journeys then have no such content. */
  Seen retire(Seen seen, String reason, String actor);

  /** Notes that people have published an approved piece outside. */
  Seen publish(Seen seen, String actor);

  /** Opens the kit of a product, or gives it another name. */
  void nameKit(String product, String name, String actor);
}
