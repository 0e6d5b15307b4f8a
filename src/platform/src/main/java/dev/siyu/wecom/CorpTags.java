package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.util.List;
import java.util.Set;

/**
 * The corp's tags (企业标签, doc 92117) and who wears them. An app changes only tags that an app made;
 * WeCom refuses the rest.
 */
public interface CorpTags {

  /** A tag or, inside the list, one of a group. */
  record Tag(String id, String name) {}

  record Group(String id, String name, List<Tag> tags) {}

  /** All groups with their tags, in WeCom's order. */
  CallResult<List<Group>> list();

  /** Creates tags of 1 to 30 characters in the group of that name, which is created with them. */
  CallResult<Boolean> create(String groupName, List<String> names);

  /**
   * @param id of a tag or of a group
   */
  CallResult<Boolean> rename(String id, String name);

  /** Deletes for every customer who wears them; a group goes with all its tags. */
  CallResult<Boolean> delete(List<String> tagIds, List<String> groupIds);

  /** Names of the corp tags a contact wears, over all members who know them (doc 92114). */
  CallResult<Set<String>> of(String externalUserId);
}
