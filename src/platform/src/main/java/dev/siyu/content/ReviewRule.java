package dev.siyu.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reason not to review a text; a pure function of what was written and which media exist. */
record ReviewRule(String name, Check check) {

  /** What goes into review. */
  record Question(
      PieceKind kind,
      String text,
      List<PieceAttachment> attachments,
      Map<String, MediaKind> knownMedia,
      ContentSettings settings) {

    Template template() {
      return new Template(text);
    }
  }

  @FunctionalInterface
  interface Check {
    Optional<Objection> apply(Question question);
  }

  record Objection(String message, String messageEn) {}

  Optional<Finding> apply(Question question) {
    return check.apply(question).map(no -> new Finding(name, no.message(), no.messageEn()));
  }
}
