package dev.siyu.approvals;

/** Who is asked; travels through the engine as a candidate group. */
sealed interface Group {

  String DEPARTMENT = "dept:";
  String ROLE = "role:";
  String BOSS = ROLE + "BOSS";

  /** Managers of a department; in the finance department also whoever has the role FINANCE. */
  record Managers(String department) implements Group {}

  record OfRole(String role) implements Group {}

  record Nobody() implements Group {}

  static Group of(String text) {
    if (text.startsWith(DEPARTMENT)) {
      return new Managers(text.substring(DEPARTMENT.length()));
    }
    return text.startsWith(ROLE) ? new OfRole(text.substring(ROLE.length())) : new Nobody();
  }
}
