package dev.siyu.groups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Group welcomes (入群欢迎语) at WeCom; owners choose one for their group there. */
public interface GroupWelcomeDesk {

  /** {@code status}: CREATING, ACTIVE, UNKNOWN, FAILED or DELETED. */
  record View(
      long id,
      String content,
      String text,
      String status,
      @Nullable String templateId,
      @Nullable String note,
      Instant changedAt) {}

  List<View> all();

  /** Makes a welcome of approved content; how WeCom answered is its status. */
  void create(String content, String who);

  /** Sends the approved text of today; false when there is no such active welcome. */
  boolean refresh(long id);

  /** False when there is no such welcome. */
  boolean delete(long id);
}
