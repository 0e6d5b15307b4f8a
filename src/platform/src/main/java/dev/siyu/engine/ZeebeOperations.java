package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.ZeebeFuture;
import io.camunda.zeebe.client.api.response.PartitionInfo;
import io.camunda.zeebe.client.api.response.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does over gRPC what people ask of the engine. */
final class ZeebeOperations implements EngineOperations {

  private final ZeebeClient client;
  private final EngineTraffic traffic;
  private final Reach reach;
  private final OutboxTable outbox;
  private final OutboxPublisher publisher;
  private final JobRunner jobs;
  private final Rejections rejections;

  ZeebeOperations(
      ZeebeClient client,
      EngineTraffic traffic,
      Reach reach,
      OutboxTable outbox,
      OutboxPublisher publisher,
      JobRunner jobs,
      Rejections rejections) {
    this.client = client;
    this.traffic = traffic;
    this.reach = reach;
    this.outbox = outbox;
    this.publisher = publisher;
    this.jobs = jobs;
    this.rejections = rejections;
  }

  @Override
  public List<Deployed> deploy(List<Resource> resources) {
    var first = resources.getFirst();
    var command = client.newDeployResourceCommand().addResourceBytes(first.content(), first.name());
    for (var resource : resources.subList(1, resources.size())) {
      command = command.addResourceBytes(resource.content(), resource.name());
    }
    return ask(command.send()).getProcesses().stream()
        .map(
            process ->
                new Deployed(
                    process.getBpmnProcessId(),
                    process.getVersion(),
                    process.getProcessDefinitionKey(),
                    process.getResourceName()))
        .toList();
  }

  @Override
  public void retryIncident(long incidentKey, @Nullable Long jobKey, int retries) {
    if (jobKey != null) {
      ask(client.newUpdateRetriesCommand(jobKey).retries(retries).send());
    }
    ask(client.newResolveIncidentCommand(incidentKey).send());
  }

  @Override
  public void cancelInstance(long processInstanceKey) {
    ask(client.newCancelInstanceCommand(processInstanceKey).send());
  }

  @Override
  public int partitions() {
    try {
      return reach.topology().getPartitionsCount();
    } catch (RuntimeException e) {
      reach.lost(Verdict.reason(e));
      return 0;
    }
  }

  @Override
  public EngineState state() {
    @Nullable Topology topology = null;
    try {
      topology = reach.topology();
    } catch (RuntimeException e) {
      reach.lost(Verdict.reason(e));
    }
    return new EngineState(
        reachOf(topology),
        topology == null || topology.getBrokers().isEmpty()
            ? null
            : topology.getBrokers().getFirst().getVersion(),
        topology == null ? List.of() : partitions(topology),
        jobs.inFlight(),
        publisher.inFlight(),
        rejections.perMinute(),
        outbox.counts());
  }

  private EngineState.Reach reachOf(@Nullable Topology topology) {
    if (topology == null) {
      return EngineState.Reach.UNREACHABLE;
    }
    if (!Reach.isComplete(topology)) {
      return EngineState.Reach.INCOMPLETE;
    }
    return traffic.isOpen() ? EngineState.Reach.READY : EngineState.Reach.PAUSED;
  }

  private static List<EngineState.Partition> partitions(Topology topology) {
    var byId = new TreeMap<Integer, EngineState.Partition>();
    for (int id = 1; id <= topology.getPartitionsCount(); id++) {
      byId.put(id, new EngineState.Partition(id, false, "UNKNOWN"));
    }
    topology.getBrokers().stream()
        .flatMap(broker -> broker.getPartitions().stream())
        .filter(PartitionInfo::isLeader)
        .forEach(
            partition ->
                byId.put(
                    partition.getPartitionId(),
                    new EngineState.Partition(
                        partition.getPartitionId(), true, partition.getHealth().name())));
    return new ArrayList<>(byId.values());
  }

  static <T> T ask(ZeebeFuture<T> answer) {
    try {
      return answer.join();
    } catch (RuntimeException e) {
      var reason = Verdict.reason(e);
      throw switch (Verdict.of(e)) {
        case BUSY, UNREACHABLE, UNCLEAR ->
            new EngineRefused("SIYU-4001", "the engine does not answer: " + reason, e);
        case GONE -> new EngineRefused("SIYU-4002", "the engine does not know it: " + reason, e);
        case KNOWN, REFUSED -> new EngineRefused("SIYU-4003", "the engine refuses: " + reason, e);
      };
    }
  }
}
