package dev.siyu.why;

import dev.siyu.why.Verdict.Ahead;
import dev.siyu.why.WhyFacts.AskedTouch;
import dev.siyu.why.WhyFacts.Run;
import dev.siyu.why.WhyFacts.Visit;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says from the facts how a step stands: the ledger first, then the run, then the drawing. */
final class WhyRules {

  private static final String LEFT = "customer-left";
  private static final Set<String> MADE = Set.of("SENT");

  private WhyRules() {}

  static Verdict verdict(WhyFacts facts) {
    var touch = facts.touches().isEmpty() ? null : facts.touches().getFirst();
    var run = facts.run();
    var drawing = facts.drawing();
    if (touch != null && !(run != null && run.isActive() && isBefore(touch, run))) {
      return ofTouch(touch, facts);
    }
    if (drawing == null) {
      return new Verdict.UnknownJourney(facts.journey());
    }
    boolean drawn = drawing.node(facts.step()) != null;
    if (!drawn && !facts.step().equals(WhyFacts.WELCOME)) {
      return new Verdict.UnknownStep(facts.journeyName(), facts.step());
    }
    if (run == null || !drawn) {
      var start = drawing.start();
      return new Verdict.NotInJourney(facts.journeyName(), start == null ? null : start.name());
    }
    return ofRun(run, drawing, facts.step());
  }

  private static boolean isBefore(AskedTouch touch, Run run) {
    return touch.updatedAt().isBefore(run.startedAt());
  }

  private static Verdict ofTouch(AskedTouch touch, WhyFacts facts) {
    return switch (touch.state()) {
      case "SENT" -> {
        long times = facts.touches().stream().filter(t -> MADE.contains(t.state())).count();
        yield new Verdict.Made(
            touch.updatedAt(), touch.staff(), Math.toIntExact(times), comesAgain(facts));
      }
      case "QUEUED" -> new Verdict.AwaitsConfirmation(touch.updatedAt(), touch.staff());
      case "PENDING" -> new Verdict.UnderWay(touch.updatedAt());
      case "REFUSED" ->
          new Verdict.Refused(
              touch.rule() == null ? "" : touch.rule(),
              touch.reason(),
              touch.updatedAt(),
              stillAsks(facts) ? touch.notBefore() : null);
      default ->
          new Verdict.NotMade(touch.state(), touch.rule(), touch.reason(), touch.updatedAt());
    };
  }

  /** A refused step asks again while its run waits right before it; else it was given up. */
  private static boolean stillAsks(WhyFacts facts) {
    var run = facts.run();
    var drawing = facts.drawing();
    return run != null
        && drawing != null
        && run.at().stream()
            .flatMap(id -> drawing.from(id).stream())
            .anyMatch(flow -> flow.target().equals(facts.step()));
  }

  private static @Nullable Ahead comesAgain(WhyFacts facts) {
    var run = facts.run();
    var drawing = facts.drawing();
    return run == null || drawing == null || !run.isActive()
        ? null
        : drawing.leads(run.at(), facts.step()) ? ahead(run, drawing) : null;
  }

  private static Verdict ofRun(Run run, DrawnJourney drawing, String step) {
    if (run.at().contains(step)) {
      var incident = run.incident();
      return incident != null
          ? new Verdict.Stuck(drawing.name(incident.at()), incident.message())
          : new Verdict.UnderWay(entered(run, step));
    }
    var left = last(run, visit -> LEFT.equals(message(drawing, visit)));
    if (left != null) {
      return new Verdict.Left(moment(left, run));
    }
    if (run.state().equals("TERMINATED")) {
      return new Verdict.Cancelled(ended(run));
    }
    boolean mayCome = run.isActive() && drawing.leads(run.at(), step);
    var interruption = interruption(run, drawing, step);
    if (interruption != null) {
      var node = drawing.node(interruption.id());
      return new Verdict.Interrupted(
          String.valueOf(message(drawing, interruption)),
          node == null ? interruption.id() : node.name(),
          moment(interruption, run),
          mayCome ? ahead(run, drawing) : null);
    }
    var incident = run.incident();
    if (mayCome && incident != null) {
      return new Verdict.Stuck(drawing.name(incident.at()), incident.message());
    }
    return mayCome ? new Verdict.Pending(ahead(run, drawing)) : otherBranch(run, drawing, step);
  }

  /** What ended the part of the drawing the step lies in, when that part is not under way again. */
  private static @Nullable Visit interruption(Run run, DrawnJourney drawing, String step) {
    var node = drawing.node(step);
    var scope = node == null ? null : node.scope();
    boolean underWay =
        run.steps().stream()
            .anyMatch(visit -> visit.state().equals("ACTIVE") && visit.id().equals(scope));
    return underWay ? null : last(run, visit -> interrupts(drawing, visit, scope));
  }

  private static boolean interrupts(DrawnJourney drawing, Visit visit, @Nullable String scope) {
    var node = drawing.node(visit.id());
    if (node == null || node.message() == null || Objects.equals(node.scope(), scope)) {
      return scope != null && node != null && scope.equals(node.attachedTo());
    }
    var around = node.scope() == null ? null : drawing.node(node.scope());
    boolean opensEventPart =
        node.type().equals("startEvent") && around != null && drawing.from(around.id()).isEmpty();
    return opensEventPart || (scope != null && scope.equals(node.attachedTo()));
  }

  private static Verdict otherBranch(Run run, DrawnJourney drawing, String step) {
    var end = last(run, visit -> visit.type().equals("END_EVENT"));
    var endName = run.isActive() || end == null ? null : drawing.name(end.id());
    var at = run.isActive() ? run.startedAt() : ended(run);
    var turn = turn(run, drawing, step);
    if (turn == null) {
      return new Verdict.OtherBranch(null, endName == null ? "" : endName, endName, at);
    }
    var way =
        drawing.from(turn.id()).stream()
            .filter(flow -> taken(run, drawing, flow))
            .map(flow -> flow.name().isBlank() ? drawing.name(flow.target()) : flow.name())
            .findFirst()
            .orElse("");
    var gateway = drawing.node(turn.id());
    var named = gateway == null || gateway.name().equals(gateway.id()) ? null : gateway.name();
    return new Verdict.OtherBranch(named, way, endName, moment(turn, run));
  }

  /** The decision nearest to the step from which a way led there that was not taken. */
  private static @Nullable Visit turn(Run run, DrawnJourney drawing, String step) {
    Visit nearest = null;
    int least = Integer.MAX_VALUE;
    for (var visit : run.steps()) {
      var node = drawing.node(visit.id());
      if (node != null && node.isDecision() && visit.isPassed()) {
        int far = byOtherWay(run, drawing, visit, step);
        if (far <= least && far < Integer.MAX_VALUE) {
          nearest = visit;
          least = far;
        }
      }
    }
    return nearest;
  }

  private static int byOtherWay(Run run, DrawnJourney drawing, Visit decision, String step) {
    return drawing.from(decision.id()).stream()
        .filter(flow -> !taken(run, drawing, flow))
        .mapToInt(
            flow -> flow.target().equals(step) ? 0 : drawing.distance(Set.of(flow.target()), step))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The engine records no flow out of an event-based gateway: then its target was entered. */
  private static boolean taken(Run run, DrawnJourney drawing, DrawnJourney.Flow flow) {
    var source = drawing.node(flow.source());
    return run.flows().contains(flow.id())
        || (source != null
            && source.type().equals("eventBasedGateway")
            && run.steps().stream()
                .anyMatch(visit -> visit.isPassed() && visit.id().equals(flow.target())));
  }

  private static Ahead ahead(Run run, DrawnJourney drawing) {
    var due = run.due();
    if (due != null) {
      return new Ahead(drawing.name(due.at()), due.until());
    }
    return new Ahead(run.at().isEmpty() ? "" : drawing.name(run.at().getFirst()), null);
  }

  private static @Nullable String message(DrawnJourney drawing, Visit visit) {
    var node = drawing.node(visit.id());
    return node == null || !visit.isPassed() ? null : node.message();
  }

  private static @Nullable Visit last(Run run, Predicate<Visit> wanted) {
    return run.steps().stream()
        .filter(Visit::isPassed)
        .filter(wanted)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Instant entered(Run run, String step) {
    return run.steps().stream()
        .filter(visit -> visit.id().equals(step))
        .reduce((first, second) -> second)
        .map(visit -> moment(visit, run))
        .orElse(run.startedAt());
  }

  private static Instant moment(Visit visit, Run run) {
    return visit.at() == null ? run.startedAt() : visit.at();
  }

  private static Instant ended(Run run) {
    return run.endedAt() == null ? run.startedAt() : run.endedAt();
  }
}
