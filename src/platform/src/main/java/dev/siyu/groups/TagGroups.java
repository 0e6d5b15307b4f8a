package dev.siyu.groups;

import java.time.Instant;
import java.util.List;

/** Groups built from chosen customers (标签建群): each is sent the way in by their staff member. */
public interface TagGroups {

  /**
   * Customers that fit all three; within a list any one is enough, an empty list fits everybody.
   */
  record Choice(List<String> tags, List<String> layers, List<String> stages) {}

  /**
   * Who would be asked.
   *
   * @param customers those who can be asked and are in none of the way's groups
   * @param inAlready those who fit but are in one
   * @param names of the first few
   */
  record Preview(int customers, int inAlready, List<String> names) {}

  /** {@code asked}: tasks exist for them; {@code joined}: joined one of the groups since. */
  record View(
      long id,
      String name,
      String joinWay,
      String content,
      Choice choice,
      String startedBy,
      Instant startedAt,
      int planned,
      int asked,
      int refused,
      int failed,
      int joined) {}

  /** What may be chosen from. */
  record Choices(List<String> tags, List<String> layers, List<String> stages) {}

  Choices choices();

  Preview preview(Choice choice, String joinWay);

  /** Plans the invitations; contact rules decide about each. Answers its id. */
  long start(String name, Choice choice, String joinWay, String content, String who);

  /** The newest first. */
  List<View> all();
}
