package dev.siyu.simulator.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about customer groups (客户群), their join ways and their welcomes. */
public sealed interface GroupFact extends Fact {

  /** A member opened a group; the owner is in it. */
  record Opened(String chatId, String name, String owner) implements GroupFact {}

  /**
   * Somebody is in the group now.
   *
   * @param staff whether it is a member of the corp
   * @param scene 1 invited, 2 by an invitation link, 3 by QR code (doc 92122: join_scene)
   * @param state of the join way they came through
   */
  record Joined(String chatId, String memberId, boolean staff, int scene, @Nullable String state)
      implements GroupFact {}

  /** {@code scene}: 0 left by themselves, 1 removed by the owner (doc 92130: QuitScene). */
  record Left(String chatId, String memberId, int scene) implements GroupFact {}

  /** {@code what}: change_name, change_notice or change_owner. */
  record Changed(String chatId, String what, String value) implements GroupFact {}

  record Dismissed(String chatId) implements GroupFact {}

  /** What a customer wrote into the group; WeCom tells nobody. */
  record Posted(String chatId, String memberId, String text, @Nullable String id)
      implements GroupFact {}

  /** A join way (加入群聊) as it is now; saving again overwrites. */
  record JoinWaySaved(
      String configId,
      String state,
      String remark,
      List<String> chatIds,
      boolean autoCreate,
      String baseName,
      int baseId)
      implements GroupFact {}

  record JoinWayDeleted(String configId) implements GroupFact {}

  /** A group welcome (入群欢迎语素材) as it is now. */
  record WelcomeSaved(String templateId, String text, boolean notified) implements GroupFact {}

  record WelcomeDeleted(String templateId) implements GroupFact {}
}
