package dev.siyu.approvals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks who names whom as a deputy. */
@Component
class Deputies implements ApprovalDeputies {

  private static final Logger log = LoggerFactory.getLogger(Deputies.class);
  private static final Duration SHOWN = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(90);

  private final DeputyTable table;
  private final Humans humans;
  private final Clock clock;

  Deputies(DeputyTable table, Humans humans, Clock clock) {
    this.table = table;
    this.humans = humans;
    this.clock = clock;
  }

  @Override
  public List<Deputy> all() {
    return table.since(clock.instant().minus(SHOWN));
  }

  @Override
  public long name(Deputy wish, String actor, boolean mayForOthers) {
    if (!wish.person().equals(actor) && !mayForOthers) {
      throw new DeputyRefused("person: " + wish.person() + " (expected: yourself)");
    }
    var person = enabled(wish.person());
    var deputy = enabled(wish.deputy());
    if (person.isSameAs(deputy)) {
      throw new DeputyRefused("deputy: " + deputy.name() + " (expected: somebody else)");
    }
    var time = Duration.between(wish.from(), wish.until());
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new DeputyRefused(
          "until: %s (expected: at most 90 days after %s)".formatted(wish.until(), wish.from()));
    }
    long id = table.add(person, deputy, wish.kind(), wish.from(), wish.until(), actor);
    log.info(
        "{} decides for {} from {} to {}, said {}",
        deputy.name(),
        person.name(),
        wish.from(),
        wish.until(),
        actor);
    return id;
  }

  @Override
  public boolean end(long id, String actor, boolean mayForOthers) {
    boolean theirs =
        all().stream()
            .anyMatch(one -> one.id() == id && (mayForOthers || one.person().equals(actor)));
    return theirs && table.end(id);
  }

  private Human enabled(String name) {
    return humans
        .named(name)
        .filter(Human::enabled)
        .orElseThrow(() -> new DeputyRefused("'" + name + "' (expected: a person who may log in)"));
  }
}
