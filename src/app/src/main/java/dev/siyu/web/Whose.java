package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whose tasks a person may see and touch: staff their own, all others the team's. */
@Component
class Whose {

  enum Scope {
    MINE,
    TEAM
  }

  /** WeCom user id that belongs to nobody: a staff member who is not bound to WeCom. */
  private static final String NOBODY = "";

  private final People people;

  Whose(People people) {
    this.people = people;
  }

  /** The WeCom user id to show; null means everybody's. */
  @Nullable String shown(Authentication who, @Nullable Scope scope, @Nullable String staff) {
    var mine = own(who);
    if (onlyOwn(who) || scope == Scope.MINE) {
      return mine;
    }
    return staff == null || staff.isBlank() ? null : staff;
  }

  /** The WeCom user id whose tasks the person may touch; null means everybody's. */
  @Nullable String touchable(Authentication who) {
    return onlyOwn(who) ? own(who) : null;
  }

  String own(Authentication who) {
    var id = people.find(who.getName()).map(Person::wecomUserId).orElse(null);
    return id == null ? NOBODY : id;
  }

  private boolean onlyOwn(Authentication who) {
    return people
        .find(who.getName())
        .map(person -> person.roles().stream().allMatch(role -> role == Role.STAFF))
        .orElse(true);
  }
}
