package dev.siyu.approvals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** Who signs after whom, worked out once from what the limits say. */
final class SigningPlan {

  private static final String FINANCE = Group.ROLE + "FINANCE";

  /**
   * @param groups sign at the same time
   * @param needed false: only when the level before let its deadline pass
   */
  record Level(List<String> groups, int hours, boolean needed) {
    Level {
      groups = List.copyOf(groups);
    }
  }

  private SigningPlan() {}

  /**
   * The levels in their order; empty when the system decides.
   *
   * @param ownDepartment of whoever asks
   * @param canSign whether a group has anybody who may sign, i.e. somebody else than who asks
   */
  static List<Level> of(
      Limit limit, List<String> departments, String ownDepartment, Predicate<String> canSign) {
    var first =
        switch (limit.who()) {
          case SYSTEM -> List.<String>of();
          case DEPARTMENT_MANAGER ->
              List.of(departments.isEmpty() ? ownDepartment : departments.getFirst());
          case ALL_DEPARTMENTS -> departments.isEmpty() ? List.of(ownDepartment) : departments;
          case BOSS -> List.<String>of();
        };
    if (limit.who() == Limit.Who.SYSTEM) {
      return List.of();
    }
    var levels = new ArrayList<Level>();
    var groups = new LinkedHashSet<String>();
    first.forEach(department -> groups.add(signing(Group.DEPARTMENT + department, canSign)));
    if (groups.isEmpty()) {
      groups.add(Group.BOSS);
    }
    levels.add(new Level(List.copyOf(groups), limit.hours(), true));
    boolean bossSigns = groups.contains(Group.BOSS);
    if (limit.second()) {
      var second = bossSigns ? FINANCE : Group.BOSS;
      levels.add(new Level(List.of(second), limit.hours(), true));
    } else if (!bossSigns) {
      levels.add(new Level(List.of(Group.BOSS), limit.hours(), false));
    }
    return levels;
  }

  /** A department without anybody who may sign is signed for by the boss. */
  private static String signing(String group, Predicate<String> canSign) {
    return canSign.test(group) ? group : Group.BOSS;
  }
}
