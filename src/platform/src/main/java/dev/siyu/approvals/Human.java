package dev.siyu.approvals;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as approvals see them.
 *
 * @param id stays when the person is renamed
 * @param accounts every WeCom account they have or ever had
 */
record Human(
    long id,
    String name,
    String department,
    Set<String> roles,
    @Nullable String weComUserId,
    Set<String> accounts,
    boolean enabled) {

  Human {
    roles = Set.copyOf(roles);
    accounts = Set.copyOf(accounts);
  }

  /**
   * Also true for two accounts of one human, told by a WeCom account both have or ever had: moving
   * it to another person makes nobody a second pair of eyes. For refusals only; it gives no right.
   */
  boolean isSameAs(Human other) {
    return id == other.id || !Collections.disjoint(accounts, other.accounts);
  }

  /** Whether a group of a level, e.g. {@code dept:门店}, is theirs. */
  boolean isIn(String group) {
    return switch (Group.of(group)) {
      case Group.Managers managers ->
          department.equals(managers.department())
              && (roles.contains("MANAGER") || roles.contains("FINANCE"));
      case Group.OfRole ofRole -> roles.contains(ofRole.role());
      case Group.Nobody nobody -> false;
    };
  }
}
