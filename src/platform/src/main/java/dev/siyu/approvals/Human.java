package dev.siyu.approvals;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as approvals see them.
 *
 * @param id stays when the person is renamed
 */
record Human(
    long id,
    String name,
    String department,
    Set<String> roles,
    @Nullable String weComUserId,
    boolean enabled) {

  Human {
    roles = Set.copyOf(roles);
  }

  /** Also true for two accounts of one human, told by their WeCom account. */
  boolean isSameAs(Human other) {
    return id == other.id || (weComUserId != null && weComUserId.equals(other.weComUserId));
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
