package dev.siyu.tags;

import dev.siyu.wecom.TagFamily;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The corp's tags as people see and change them; a refused change throws {@link TagRefused}. */
public interface TagDesk {

  /**
   * @param wearers our customers who wear it
   */
  record Tag(String id, String name, long wearers) {}

  /**
   * @param id null for a family that WeCom has no group of yet
   * @param family one of the six, null for a group people made for themselves
   */
  record Group(@Nullable String id, String name, @Nullable TagFamily family, List<Tag> tags) {}

  /**
   * @param listedAt when WeCom's list was fetched, null for never
   * @param problem why the last fetch failed
   * @param looks contacts whose tags are to be looked at
   */
  record Board(
      List<Group> groups,
      int limit,
      @Nullable Instant listedAt,
      @Nullable String problem,
      long looks) {}

  Board board();

  /** Creates tags in a group, and the group with them. */
  void create(String group, List<String> names, String actor);

  /** Renames a tag or a group. */
  void rename(String id, String name, String actor);

  /** Deletes a tag, or a group with all its tags. */
  void delete(String id, String actor);

  /** Fetches the list, and looks at the tags of all contacts; answers how many. */
  int syncAll(String actor);
}
