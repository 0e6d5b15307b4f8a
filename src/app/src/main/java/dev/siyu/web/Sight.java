package dev.siyu.web;

import dev.siyu.access.People;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whose money a person sees: a manager their department's, boss, finance and audit everybody's. */
@Component
class Sight {

  private static final Set<String> EVERYTHING = Set.of("AUDITOR", "BOSS", "FINANCE");

  /** No department has this name, so it sees nothing. */
  private static final String NONE = "";

  private final People people;

  Sight(People people) {
    this.people = people;
  }

  /** The department a person is confined to; null for none. */
  @Nullable String confinedTo(Authentication who) {
    var person = people.find(who.getName());
    boolean all =
        person.stream()
            .flatMap(one -> one.roles().stream())
            .anyMatch(role -> EVERYTHING.contains(role.name()));
    return all ? null : person.map(one -> one.department()).orElse(NONE);
  }

  /** What to show when a department is asked for; another one than the own shows nothing. */
  @Nullable String shown(Authentication who, @Nullable String wanted) {
    var own = confinedTo(who);
    if (own == null) {
      return wanted == null || wanted.isBlank() ? null : wanted;
    }
    return wanted == null || wanted.isBlank() || wanted.equals(own) ? own : NONE;
  }
}
