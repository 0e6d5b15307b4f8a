package dev.siyu.bench;

import java.util.Map;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** Operaton 1.0 embedded: asyncBefore service tasks, history level audit, 8 executor threads. */
final class OperatonPeer implements Peer {

  private final ProcessEngine engine;
  private final PeerLedger ledger;

  OperatonPeer(DataSource database) {
    this.ledger = new PeerLedger(database);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("audit");
    var executor = new DefaultJobExecutor();
    executor.setCorePoolSize(8);
    executor.setMaxPoolSize(8);
    configuration.setJobExecutor(executor);
    configuration.setJobExecutorActivate(true);
    JavaDelegate touch =
        execution ->
            ledger.touch(
                (String) execution.getVariable("customerId"), execution.getCurrentActivityId());
    configuration.setBeans(Map.of("touch", touch));
    this.engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bench/journey-operaton.bpmn")
        .deploy();
  }

  @Override
  public String name() {
    return "Operaton 1.0.3";
  }

  @Override
  public void start(String customerId) {
    ledger.receive("start-" + customerId, customerId);
    engine
        .getRuntimeService()
        .startProcessInstanceByMessage("bench-start", customerId, Map.of("customerId", customerId));
  }

  @Override
  public void signal(String customerId) {
    ledger.receive("signal-" + customerId, customerId);
    engine
        .getRuntimeService()
        .createMessageCorrelation("bench-signal")
        .processInstanceBusinessKey(customerId)
        .correlate();
  }

  @Override
  public long waiting() {
    return engine
        .getRuntimeService()
        .createEventSubscriptionQuery()
        .eventName("bench-signal")
        .count();
  }

  @Override
  public long ended() {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().finished().count();
  }

  @Override
  public void close() {
    engine.close();
  }
}
