package dev.siyu.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param passwordHash with its scheme in front, e.g. {@code {bcrypt}$2a$...}
 * @param wecomUserId WeCom user id of the person, whose tasks they see; null: none of their own
 * @param sample made by sample mode, with a password everybody knows
 */
public record Person(
    String name,
    String displayNameZh,
    String displayNameEn,
    String department,
    Set<Role> roles,
    String passwordHash,
    boolean mustChangePassword,
    boolean enabled,
    boolean sample,
    @Nullable String wecomUserId) {

  /** A person without tasks of their own. */
  public Person(
      String name,
      String displayNameZh,
      String displayNameEn,
      String department,
      Set<Role> roles,
      String passwordHash,
      boolean mustChangePassword,
      boolean enabled,
      boolean sample) {
    this(
        name,
        displayNameZh,
        displayNameEn,
        department,
        roles,
        passwordHash,
        mustChangePassword,
        enabled,
        sample,
        null);
  }

  public Person {
    roles = Set.copyOf(roles);
  }

  /** The hash stays out of logs. */
  @Override
  public String toString() {
    return "Person[" + name + " " + roles + (enabled ? "]" : " disabled]");
  }
}
