package dev.siyu.simulator.journal;

import java.util.List;

/** Effects of the app's calls on customers, staff and the corp's settings. */
public sealed interface TouchFact extends Fact {

  record Welcomed(String welcomeCode, String externalUserId, String staffUserId, String text)
      implements TouchFact {}

  record TagsMarked(
      String externalUserId, String staffUserId, List<String> added, List<String> removed)
      implements TouchFact {}

  record RemarkChanged(String externalUserId, String staffUserId, String remark)
      implements TouchFact {}

  record Tag(String id, String name) {}

  record TagsCreated(String groupId, String groupName, List<Tag> tags) implements TouchFact {}

  /** The name of a tag or of a group as it is now. */
  record TagRenamed(String id, String name) implements TouchFact {}

  record TagsDeleted(List<String> tagIds, List<String> groupIds) implements TouchFact {}

  /** A live code (联系我) as it is now; saving again overwrites. */
  record ContactWaySaved(String configId, String state, String remark, List<String> users)
      implements TouchFact {}

  record ContactWayDeleted(String configId) implements TouchFact {}

  record AppMessageReceived(String staffUserId, String text) implements TouchFact {}
}
