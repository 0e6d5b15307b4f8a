package dev.siyu.access;

import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param passwordHash with its scheme in front, e.g. {@code {bcrypt}$2a$...}
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
    boolean sample) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /** The hash stays out of logs. */
  @Override
  public String toString() {
    return "Person[" + name + " " + roles + (enabled ? "]" : " disabled]");
  }
}
