package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.ZeebeFuture;
import io.camunda.zeebe.client.api.command.MigrationPlanBuilderImpl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs over gRPC. */
final class ZeebeRuns implements JourneyRuns {

  private static final Logger log = LoggerFactory.getLogger(ZeebeRuns.class);

  private final ZeebeClient client;
  private final Duration timeout;

  ZeebeRuns(ZeebeClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  @Override
  public Started start(long definitionKey, List<String> before, String variables) {
    var command =
        client.newCreateInstanceCommand().processDefinitionKey(definitionKey).variables(variables);
    before.forEach(command::startBeforeElement);
    try {
      return new Started.Running(
          command.requestTimeout(timeout).send().join().getProcessInstanceKey());
    } catch (RuntimeException e) {
      var why = Verdict.reason(e);
      return switch (Verdict.of(e)) {
        case BUSY, UNREACHABLE -> new Started.Busy(why);
        case UNCLEAR, KNOWN -> new Started.Unclear(why);
        case GONE, REFUSED -> new Started.Refused(why);
      };
    }
  }

  /** The engine answers no questions; setting nothing tells whether the scope is there. */
  @Override
  public Reply alive(long instanceKey) {
    return set(instanceKey, Map.of());
  }

  @Override
  public Reply cancel(long instanceKey) {
    return reply(
        "cancel", client.newCancelInstanceCommand(instanceKey).requestTimeout(timeout).send());
  }

  @Override
  public Reply set(long scopeKey, Map<String, Object> variables) {
    return reply(
        "set",
        client
            .newSetVariablesCommand(scopeKey)
            .variables(variables)
            .local(true)
            .requestTimeout(timeout)
            .send());
  }

  @Override
  public Reply migrate(long instanceKey, long definitionKey, Map<String, String> elements) {
    var plan = new MigrationPlanBuilderImpl().withTargetProcessDefinitionKey(definitionKey);
    var steps = elements.entrySet().iterator();
    var first = steps.next();
    var mapped = plan.addMappingInstruction(first.getKey(), first.getValue());
    while (steps.hasNext()) {
      var next = steps.next();
      mapped = mapped.addMappingInstruction(next.getKey(), next.getValue());
    }
    return reply(
        "migrate",
        client
            .newMigrateProcessInstanceCommand(instanceKey)
            .migrationPlan(mapped.build())
            .requestTimeout(timeout)
            .send());
  }

  private static Reply reply(String what, ZeebeFuture<?> answer) {
    try {
      answer.join();
      return Reply.DONE;
    } catch (RuntimeException e) {
      log.debug("{}: {}", what, Verdict.reason(e));
      return switch (Verdict.of(e)) {
        case BUSY, UNREACHABLE, UNCLEAR -> Reply.LATER;
        case GONE -> Reply.GONE;
        case KNOWN, REFUSED -> Reply.REFUSED;
      };
    }
  }
}
