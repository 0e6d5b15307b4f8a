package dev.siyu.journeys;

import dev.siyu.engine.JobWork;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steps a drawing may use: exactly those that a worker of ours carries out. */
@Component
final class WorkerCatalogue {

  private final Map<String, Worker> byType = new TreeMap<>();

  WorkerCatalogue(ObjectProvider<JobWork<?>> works) {
    works.stream().map(Worker::of).forEach(worker -> byType.put(worker.type(), worker));
  }

  Optional<Worker> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  Collection<Worker> all() {
    return byType.values();
  }
}
