package dev.siyu.moments;

import dev.siyu.content.PieceAttachment;
import dev.siyu.time.QuietHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All a moment has to fulfil before members are asked to publish it, to be read aloud. */
final class MomentRules {

  /**
   * What the rules look at.
   *
   * @param approved whether the piece is of kind MOMENTS and has an approved version
   * @param createdInMonth moments created in this calendar month
   * @param senders members left after the accounts were looked at
   */
  record Facts(boolean approved, List<PieceAttachment> attached, int createdInMonth, int senders) {}

  /** A no for good, with its reason for people. */
  record Objection(String rule, String reason) {}

  interface Rule {
    @Nullable Objection look(Facts facts, MomentSettings settings);
  }

  private static final int MOST_IMAGES = 9;

  static final Rule CONTENT_IS_APPROVED =
      (facts, settings) ->
          facts.approved() ? null : new Objection("content-missing", "没有已审核的朋友圈文案");

  static final Rule ATTACHMENTS_FIT =
      (facts, settings) ->
          fits(facts.attached())
              ? null
              : new Objection("attachments", "朋友圈只能带最多 9 张图片，或 1 个视频，或 1 个链接");

  static final Rule SOMEBODY_MAY_PUBLISH =
      (facts, settings) -> facts.senders() > 0 ? null : new Objection("nobody", "没有可以发表的成员");

  static final Rule MONTHLY_QUOTA_IS_KEPT =
      (facts, settings) ->
          facts.createdInMonth() < settings.perMonth()
              ? null
              : new Objection("moments-per-month", "本月额度已用完（" + settings.perMonth() + " 条）");

  static final List<Rule> ALL =
      List.of(CONTENT_IS_APPROVED, ATTACHMENTS_FIT, SOMEBODY_MAY_PUBLISH, MONTHLY_QUOTA_IS_KEPT);

  private MomentRules() {}

  static Optional<Objection> objection(Facts facts, MomentSettings settings) {
    return ALL.stream()
        .flatMap(rule -> Optional.ofNullable(rule.look(facts, settings)).stream())
        .findFirst();
  }

  /** {@code at} itself, or the end of the quiet hours it falls into. */
  static Instant awake(Instant at, MomentSettings settings, ZoneId zone) {
    return new QuietHours(settings.quietFrom(), settings.quietUntil()).after(at, zone);
  }

  private static boolean fits(List<PieceAttachment> attached) {
    var types = attached.stream().map(PieceAttachment::type).distinct().toList();
    if (types.isEmpty()) {
      return true;
    }
    return types.size() == 1
        && switch (types.getFirst()) {
          case IMAGE -> attached.size() <= MOST_IMAGES;
          case VIDEO, LINK -> attached.size() == 1;
          case FILE, MINI_PROGRAM -> false;
        };
  }
}
