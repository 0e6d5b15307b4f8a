package dev.siyu.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people see of the ways into groups (加入群聊) and decide about them. */
public interface JoinWayDesk {

  /** Where a way stands at WeCom. */
  enum Status {
    CREATING,
    ACTIVE,
    /** The creation got no answer; WeCom does not list ways, so a person decides. */
    UNKNOWN,
    FAILED,
    RETIRING,
    RETIRED
  }

  /**
   * What a way is to be.
   *
   * @param chats groups it fills, in order, 1..50; at most 5 of them stand behind it at a time
   * @param autoCreate whether WeCom opens a new group when all are full
   * @param baseName name of such groups
   */
  record Draft(String name, List<String> chats, boolean autoCreate, String baseName) {}

  /** {@code alerts}: FULL (no group with room), PUSH (WeCom did not take the last change). */
  record View(
      String state,
      Draft draft,
      Status status,
      @Nullable String configId,
      @Nullable String qrCode,
      List<String> behind,
      @Nullable String note,
      @Nullable Instant pushedAt,
      @Nullable String pushNote,
      List<String> alerts) {}

  List<View> all();

  Optional<View> find(String state);

  /** Creates it here and at WeCom; how WeCom answered is its status. */
  void create(String state, Draft draft, String who);

  /** Changes it; WeCom follows in a moment. */
  void change(String state, Draft draft, String who);

  /** Asks WeCom anew for a way that FAILED, was RETIRED, or is UNKNOWN and given up by a person. */
  void createAgain(String state, String who);

  void retire(String state, String who);
}
