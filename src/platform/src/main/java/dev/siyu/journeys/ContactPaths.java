package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.DrawingRule.error;

import dev.siyu.artifacts.Feel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * How close together a drawing itself would reach a customer: the shortest way from one contact to
 * the next, by the waits drawn in days. A wait for a message or for a date that is only known later
 * ends the way; so does the loop that asks the contact rules again.
 */
final class ContactPaths {

  private static final Pattern FROM_NOW =
      Pattern.compile("=\\s*date and time\\(at\\)\\s*\\+\\s*duration\\(\"([^\"]+)\"\\)\\s*");
  private static final int MOST = 50;

  private final Steps steps;
  private final LiveFacts facts;

  ContactPaths(Steps steps, LiveFacts facts) {
    this.steps = steps;
    this.facts = facts;
  }

  private record At(String id, int contacts, Duration after) {}

  private record Cap(int most, Duration within, String words) {}

  List<Finding> noMoreContactsThanAllowed(Drawing drawing) {
    var graph = Graph.of(drawing);
    var caps = facts.caps();
    var found = new ArrayList<Finding>();
    var day = Duration.ofDays(1);
    var week = Duration.ofDays(7);
    List.of(
            new Cap(caps.messagesPerDay(), day, "24 小时内最多 %d 条消息 / at most %d message(s) in 24 h"),
            new Cap(
                caps.messagesPerWeek(), week, "7 天内最多 %d 条消息 / at most %d message(s) in 7 days"))
        .forEach(cap -> found.addAll(tooMany(graph, cap, steps::isMessage)));
    List.of(
            new Cap(caps.couponsPerDay(), day, "24 小时内最多 %d 张券 / at most %d coupon(s) in 24 h"),
            new Cap(caps.couponsPerWeek(), week, "7 天内最多 %d 张券 / at most %d coupon(s) in 7 days"))
        .forEach(cap -> found.addAll(tooMany(graph, cap, steps::isCoupon)));
    return found.stream().distinct().limit(MOST).toList();
  }

  private List<Finding> tooMany(Graph graph, Cap cap, Predicate<Element> isContact) {
    return graph.nodes().entrySet().stream()
        .filter(node -> isContact.test(node.getValue()))
        .flatMap(node -> offender(graph, node.getKey(), cap, isContact).stream())
        .distinct()
        .map(
            id ->
                error(id, "contact-frequency", cap.words().formatted(cap.most(), cap.most()))
                    .within((int) cap.within().toDays()))
        .toList();
  }

  /** The contact that would be one too many when counting begins with {@code start}. */
  private Optional<String> offender(
      Graph graph, String start, Cap cap, Predicate<Element> isContact) {
    var open = new PriorityQueue<>(Comparator.comparing(At::after));
    Set<String> seen = new HashSet<>();
    open.add(new At(start, 1, Duration.ZERO));
    while (!open.isEmpty()) {
      var at = open.remove();
      if (at.contacts() > cap.most()) {
        return Optional.of(at.id());
      }
      if (!seen.add(at.id() + " " + at.contacts())) {
        continue;
      }
      for (var step : graph.from(at.id())) {
        var node = graph.nodes().get(step.to());
        if (node == null || step.condition().contains("REFUSED_LATER")) {
          continue;
        }
        wait(node)
            .map(at.after()::plus)
            .filter(after -> after.compareTo(cap.within()) < 0)
            .ifPresent(
                after ->
                    open.add(
                        new At(step.to(), at.contacts() + (isContact.test(node) ? 1 : 0), after)));
      }
    }
    return Optional.empty();
  }

  /** How long a token stays here at least; empty when the drawing does not say. */
  private static Optional<Duration> wait(Element node) {
    if (Drawing.has(node, BPMN, "messageEventDefinition") && !isScope(node)) {
      return Optional.empty();
    }
    if (isScope(node) || !Drawing.has(node, BPMN, "timerEventDefinition")) {
      return Optional.of(Duration.ZERO);
    }
    var found = FROM_NOW.matcher(node.getTextContent().strip());
    return found.find() ? Feel.duration(found.group(1)) : Optional.empty();
  }

  private static boolean isScope(Element node) {
    return node.getLocalName().equals("subProcess");
  }
}
