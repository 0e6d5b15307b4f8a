package dev.siyu.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people see of groups and decide about them. */
public interface Groups {

  /** How a group is; {@code NEARLY_FULL} from {@code siyu.groups.nearly-full-percent} on. */
  enum Health {
    GOOD,
    NEARLY_FULL,
    FULL,
    DISMISSED
  }

  /** {@code members} with staff; {@code operated}: the weekly SOP runs. */
  record View(
      String chatId,
      String name,
      String owner,
      int members,
      int capacity,
      Health health,
      boolean operated,
      Instant createdAt,
      Instant seenAt) {}

  /** {@code customerId} null: staff, or nobody we know as a customer. */
  record Member(
      String memberId,
      @Nullable String customerId,
      boolean staff,
      String name,
      Instant joinedAt,
      int joinScene,
      @Nullable String joinState,
      @Nullable Instant leftAt) {}

  record Event(Instant at, String what, String who, String note) {}

  /** A message to the group and how it stands. */
  record Said(
      String journey,
      String step,
      String occurrence,
      String content,
      @Nullable String said,
      String state,
      @Nullable String reason,
      @Nullable Instant notBefore,
      Instant at) {}

  /** A run of the weekly SOP; the figures are null until Sunday. */
  record Week(
      LocalDate week,
      Instant startedAt,
      @Nullable Instant summarizedAt,
      @Nullable Integer members,
      @Nullable Integer joined,
      @Nullable Integer departed,
      @Nullable Integer active,
      @Nullable Integer buyers,
      @Nullable Integer orders,
      @Nullable Long netCents) {}

  record Detail(
      View group,
      String notice,
      List<Member> members,
      List<Event> events,
      List<Said> messages,
      List<Week> weeks) {}

  /** When all groups were last compared with WeCom; {@code note}: why not. */
  record Compared(@Nullable Instant lookedAt, @Nullable Integer found, @Nullable String note) {}

  /** Open ones first. */
  List<View> all();

  Optional<Detail> find(String chatId);

  /** Starts or stops the weekly SOP from next Monday on; false when there is no such group. */
  boolean operate(String chatId, boolean on, String who);

  /** Null: the general one; false when there is no such group. */
  boolean capacity(String chatId, @Nullable Integer capacity, String who);

  Compared compared();

  /** Compares all groups with WeCom now, in the background. */
  void compare();
}
