package dev.siyu.channels;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do with channels (渠道) and their live codes (渠道活码). */
public interface ChannelDesk {

  /** From this time of the shop's day on the welcome is {@code content}. */
  record Slice(LocalTime begins, String content) {}

  /**
   * What people decide about a channel.
   *
   * @param hook COUPON, KNOWLEDGE, GIFT or NONE
   * @param welcome content key for the whole day, used where no slice is
   * @param team accounts that may stand behind its code; empty: all
   */
  record Draft(String name, String hook, String welcome, List<Slice> slices, List<String> team) {}

  /** How the live code of a channel stands at WeCom. */
  enum CodeStatus {
    NONE,
    CREATING,
    ACTIVE,
    UNKNOWN,
    FAILED,
    RETIRING,
    RETIRED
  }

  /**
   * A live code.
   *
   * @param staff who stands behind it at WeCom
   * @param note what WeCom said when it is not ACTIVE
   * @param pushNote why WeCom did not take the wanted set
   */
  record Code(
      CodeStatus status,
      @Nullable String configId,
      @Nullable String qrCode,
      List<String> staff,
      @Nullable String note,
      @Nullable Instant pushedAt,
      @Nullable String pushNote) {}

  /**
   * An account and why it should (not) stand behind a code now.
   *
   * @param why serves, least-loaded; or status, hours, health, capacity, share, too-many
   */
  record Place(String userId, String name, boolean behind, String why, int addsToday, int limit) {}

  /** Alerts: nobody, no-capacity, push, unknown, failed, retiring. */
  record View(
      String code,
      Draft draft,
      @Nullable Instant retiredAt,
      Code liveCode,
      List<Place> places,
      int addsToday,
      List<String> alerts) {}

  List<View> all();

  Optional<View> find(String code);

  /** Creates the channel and asks WeCom for its live code. */
  void create(String code, Draft draft, String who);

  /** False when there is no such channel. */
  boolean change(String code, Draft draft, String who);

  /** Asks WeCom for a live code where there is none (any more). */
  void createCode(String code, String who);

  /**
   * Looks for the code of an UNKNOWN creation at WeCom (list_contact_way); true when it was found.
   */
  boolean lookUp(String code, String who);

  /** A person made sure that the UNKNOWN creation had no effect. */
  void notCreated(String code, String who);

  /** Deletes the live code at WeCom; printed copies of it are dead from then on. */
  void retire(String code, String who);

  /** Tries again what WeCom did not take. */
  void push(String code, String who);
}
