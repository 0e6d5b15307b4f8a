package dev.siyu.approvals;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sees which request: by role or department, because they took part, or are to sign. */
@Component
class Sight {

  private final RequestTable requests;
  private final RequestLists lists;
  private final LevelTable levels;
  private final Humans humans;
  private final Entitlement entitlement;

  Sight(
      RequestTable requests,
      RequestLists lists,
      LevelTable levels,
      Humans humans,
      Entitlement entitlement) {
    this.requests = requests;
    this.lists = lists;
    this.levels = levels;
    this.humans = humans;
    this.entitlement = entitlement;
  }

  /** Empty when it does not exist or is nothing of theirs. */
  Optional<AskedRequest> of(String id, String name) {
    return humans
        .named(name)
        .flatMap(
            person ->
                requests.find(AskedRequest.number(id)).filter(asked -> isSeenBy(asked, person)));
  }

  private boolean isSeenBy(AskedRequest asked, Human person) {
    var rights = entitlement.rights(person);
    return lists.isSeenBy(asked.id(), person)
        || levels.of(asked.id()).stream()
            .flatMap(level -> level.groups().stream())
            .anyMatch(group -> rights.standsFor(group, asked.request().kind()));
  }
}
