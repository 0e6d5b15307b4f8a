package dev.siyu.fission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans fission campaigns and tells how they fare. */
public interface FissionCampaigns {

  /** So many valid helpers, one coupon. {@code cents}: what it costs the budget. */
  record Level(int helpers, String template, long cents, int validDays) {}

  /** Whom it asks: contacts who agreed, with one of the tags and in one of the layers (if any). */
  record Segment(List<String> tags, List<String> layers, int most) {}

  /**
   * A campaign to start.
   *
   * @param spreadMinutes the inviters start spread over this time
   */
  record Order(
      String name,
      String content,
      Instant startsAt,
      Instant endsAt,
      int watchDays,
      long budgetCents,
      int spreadMinutes,
      List<Level> levels,
      Segment segment) {}

  /** {@code cost}: spent per valid helper, null without one. */
  record View(
      long id,
      String name,
      String state,
      Instant startsAt,
      Instant endsAt,
      int watchDays,
      long budgetCents,
      long spentCents,
      int invited,
      int posted,
      int helpers,
      int valid,
      int suspect,
      int invalid,
      int rewards,
      int takenBack,
      @Nullable Long costCents,
      @Nullable String stopReason) {}

  record Inviter(
      long id,
      String customerId,
      String name,
      String staffUserId,
      String state,
      int valid,
      int helpers,
      int rewards,
      long cents,
      @Nullable String note) {}

  record Suspect(
      long id,
      String customerId,
      String name,
      long inviterId,
      String inviterName,
      String reason,
      @Nullable String facts,
      Instant helpedAt) {}

  record Detail(View view, List<Level> levels, List<Inviter> inviters, List<Suspect> suspects) {}

  int count(Segment segment);

  /** Answers its number; throws {@link FissionRefused}. */
  long start(Order order, String who);

  List<View> all();

  Optional<Detail> find(long id);

  /** Decides a suspect; false when somebody did. */
  boolean decide(long helperId, boolean valid, String reason, String who);

  /** Nobody new is asked and nothing more is paid; false when it was stopped. */
  boolean stop(long id, String reason, String who);
}
