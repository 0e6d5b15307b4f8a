package dev.siyu.engine;

import dev.siyu.batching.Bell;
import dev.siyu.batching.Leadership;
import dev.siyu.history.ExporterProgress;
import dev.siyu.history.PublishedMessages;
import io.camunda.zeebe.client.ZeebeClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts that talk to the engine together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  /** Connects with the first command, so the app starts before the broker does. */
  @Bean
  ZeebeClient zeebeClient(EngineSettings settings) {
    return ZeebeClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(settings.grpcAddress())
        .restAddress(settings.restAddress())
        .usePlaintext()
        .preferRestOverGrpc(false)
        .defaultMessageTimeToLive(Duration.ZERO)
        .defaultRequestTimeout(settings.requestTimeout())
        .defaultJobTimeout(settings.jobs().timeout())
        .build();
  }

  @Bean
  EngineTraffic engineTraffic() {
    return new EngineTraffic();
  }

  @Bean
  Reach engineReach(ZeebeClient client) {
    return new Reach(client);
  }

  @Bean
  Rejections engineRejections(Clock clock) {
    return new Rejections(clock);
  }

  @Bean
  Pauses enginePauses(EngineSettings settings) {
    return new Pauses(settings.backOff());
  }

  @Bean
  Bell outboxBell() {
    return new Bell();
  }

  @Bean
  OutboxTable outboxTable(JdbcClient jdbc, Clock clock, JsonMapper json) {
    return new OutboxTable(jdbc, clock, json);
  }

  @Bean
  PublishedLog publishedLog(PublishedMessages messages, ExporterProgress progress) {
    return new HistoryLog(messages, progress);
  }

  @Bean
  Outbox outbox(OutboxTable table, Bell outboxBell) {
    return new Outbox(table, outboxBell);
  }

  @Bean
  OutboxPublisher outboxPublisher(
      Outbox outbox,
      OutboxTable table,
      ZeebeClient client,
      EngineSettings settings,
      EngineTraffic traffic,
      Reach reach,
      Rejections rejections,
      Pauses pauses,
      PublishedLog log,
      Clock clock,
      DataSource dataSource,
      Bell outboxBell,
      ObjectProvider<EntryGate> gates) {
    var pressure = new Pressure(settings.messages().inFlight());
    // looked up with the first message: the gate stands on rooms that stand on the outbox
    Supplier<EntryGate> found = () -> gates.getIfAvailable(() -> EntryGate.OPEN);
    var known = SingletonSupplier.of(found);
    EntryGate gate = entry -> known.obtain().way(entry);
    var publishing =
        new Publishing(client, settings, pressure, rejections, reach, pauses, clock, gate, traffic);
    return new OutboxPublisher(
        outbox,
        table,
        publishing,
        new Clarifying(table, publishing, log, settings.messages(), clock),
        log,
        new Leadership("outbox", dataSource),
        reach,
        traffic,
        settings.messages(),
        outboxBell);
  }

  @Bean
  JobRunner jobRunner(
      ObjectProvider<JobWork<?>> works,
      ZeebeClient client,
      EngineSettings settings,
      EngineTraffic traffic,
      Rejections rejections,
      Pauses pauses,
      Clock clock,
      JsonMapper json,
      ObjectProvider<JobGate> gates) {
    List<JobGate> all = gates.orderedStream().toList();
    JobGate gate =
        (processId, jobKey) ->
            all.stream().flatMap(one -> one.hold(processId, jobKey).stream()).findFirst();
    var report =
        new JobReport(
            client,
            json,
            clock,
            rejections,
            pauses,
            new OutagePauses(settings.jobs().outagePauses()));
    var slots = new Slots(settings.jobs().inFlight());
    List<JobLane<?>> lanes =
        works
            .orderedStream()
            .<JobLane<?>>map(
                work ->
                    new JobLane<>(work, json, client, settings.jobs(), clock, report, slots, gate))
            .toList();
    return new JobRunner(lanes, traffic, rejections, pauses);
  }

  @Bean
  JourneyRuns journeyRuns(ZeebeClient client, EngineSettings settings) {
    return JourneyRuns.over(client, settings.requestTimeout());
  }

  @Bean
  UserTasks userTasks(EngineSettings settings, JsonMapper json) {
    return new RestUserTasks(settings.restAddress(), settings.requestTimeout(), json);
  }

  @Bean
  Forms forms(ZeebeClient client, JdbcClient jdbc, Clock clock) {
    return new DeployedForms(client, jdbc, clock);
  }

  @Bean
  EngineOperations engineOperations(
      ZeebeClient client,
      EngineTraffic traffic,
      Reach reach,
      OutboxTable outbox,
      OutboxPublisher publisher,
      JobRunner jobs,
      Rejections rejections) {
    return new ZeebeOperations(client, traffic, reach, outbox, publisher, jobs, rejections);
  }
}
