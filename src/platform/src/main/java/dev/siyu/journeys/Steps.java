package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.ZEEBE;

import dev.siyu.journeys.JourneyStep.Reach;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The steps of a drawing as the workers see them. */
@Component
final class Steps {

  private final WorkerCatalogue workers;

  Steps(WorkerCatalogue workers) {
    this.workers = workers;
  }

  Optional<Worker> worker(Element node) {
    return node.getLocalName().equals("serviceTask") ? workers.find(type(node)) : Optional.empty();
  }

  static String type(Element task) {
    var definitions = task.getElementsByTagNameNS(ZEEBE, "taskDefinition");
    return definitions.getLength() == 0 ? "" : ((Element) definitions.item(0)).getAttribute("type");
  }

  /** What a designer filled in, or the default of the field. */
  String value(Element task, String field) {
    var given = headers(task).get(field);
    return given != null
        ? given
        : worker(task).stream()
            .flatMap(worker -> worker.fields().stream())
            .filter(known -> known.name().equals(field))
            .map(known -> known.text().defaultValue())
            .findFirst()
            .orElse("");
  }

  static Map<String, String> headers(Element task) {
    var headers = new HashMap<String, String>();
    var nodes = task.getElementsByTagNameNS(ZEEBE, "header");
    for (int i = 0; i < nodes.getLength(); i++) {
      var header = (Element) nodes.item(i);
      headers.put(header.getAttribute("key"), header.getAttribute("value"));
    }
    return headers;
  }

  boolean reachesCustomer(Graph graph, String id) {
    var node = graph.nodes().get(id);
    return node != null && reachesCustomer(node);
  }

  boolean reachesCustomer(Element node) {
    return isMessage(node) || isCoupon(node);
  }

  boolean isMessage(Element node) {
    return reach(node) == Reach.CUSTOMER;
  }

  boolean isCoupon(Element node) {
    return reach(node) == Reach.WALLET
        || (isMessage(node) && headers(node).containsKey("template"));
  }

  private Reach reach(Element node) {
    return worker(node).map(Worker::reach).orElse(Reach.NOBODY);
  }
}
