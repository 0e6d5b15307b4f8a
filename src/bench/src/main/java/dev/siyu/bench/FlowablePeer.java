package dev.siyu.bench;

import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable 7.2 embedded: async service tasks, history level audit, 8 executor threads. */
final class FlowablePeer implements Peer {

  private final ProcessEngine engine;
  private final PeerLedger ledger;

  FlowablePeer(DataSource database) {
    this.ledger = new PeerLedger(database);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.AUDIT);
    configuration.setAsyncExecutorActivate(true);
    configuration.setAsyncExecutorCorePoolSize(8);
    configuration.setAsyncExecutorMaxPoolSize(8);
    JavaDelegate touch =
        execution ->
            ledger.touch(
                (String) execution.getVariable("customerId"), execution.getCurrentActivityId());
    configuration.setBeans(Map.of("touch", touch));
    this.engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bench/journey-flowable.bpmn20.xml")
        .deploy();
  }

  @Override
  public String name() {
    return "Flowable 7.2.0";
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
    var waiting =
        engine
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceBusinessKey(customerId, true)
            .messageEventSubscriptionName("bench-signal")
            .singleResult();
    engine.getRuntimeService().messageEventReceived("bench-signal", waiting.getId());
  }

  @Override
  public long waiting() {
    return engine
        .getRuntimeService()
        .createExecutionQuery()
        .messageEventSubscriptionName("bench-signal")
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
