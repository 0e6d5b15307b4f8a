package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.BrokerInfo;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.api.response.Topology;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the engine can take messages: asked for before the first one and after each failure. */
final class Reach {

  private static final Logger LOG = LoggerFactory.getLogger(Reach.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ZeebeClient client;
  private volatile boolean ready;
  private volatile boolean told;

  Reach(ZeebeClient client) {
    this.client = client;
  }

  /** Asks the engine only when it was not ready before. */
  boolean check() {
    if (!ready && isComplete()) {
      ready = true;
      told = false;
      LOG.info("The engine takes messages.");
    }
    return ready;
  }

  boolean isReady() {
    return ready;
  }

  void lost(String reason) {
    ready = false;
    if (!told) {
      told = true;
      LOG.warn("The engine does not answer; messages wait until it does. {}", reason);
    }
  }

  private boolean isComplete() {
    try {
      return isComplete(topology());
    } catch (RuntimeException e) {
      lost(Verdict.reason(e));
      return false;
    }
  }

  Topology topology() {
    return client
        .newTopologyRequest()
        .requestTimeout(PATIENCE)
        .send()
        .join(PATIENCE.toMillis() + 1_000, TimeUnit.MILLISECONDS);
  }

  static boolean isComplete(Topology topology) {
    return topology.getPartitionsCount() > 0
        && topology.getBrokers().stream()
                .map(BrokerInfo::getPartitions)
                .flatMap(partitions -> partitions.stream())
                .filter(PartitionInfo::isLeader)
                .map(PartitionInfo::getPartitionId)
                .distinct()
                .count()
            == topology.getPartitionsCount();
  }
}
