package dev.siyu.history;

import dev.siyu.history.HistoryViews.Diagram;
import dev.siyu.history.HistoryViews.ElementCount;
import dev.siyu.history.HistoryViews.Instance;
import dev.siyu.history.HistoryViews.InstanceDetail;
import dev.siyu.history.HistoryViews.InstancePage;
import dev.siyu.history.HistoryViews.InstanceQuery;
import dev.siyu.history.HistoryViews.Journey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredJourneyHistory implements JourneyHistory {

  private final DefinitionReads definitions;
  private final InstanceReads instances;
  private final DetailReads details;

  StoredJourneyHistory(DefinitionReads definitions, InstanceReads instances, DetailReads details) {
    this.definitions = definitions;
    this.instances = instances;
    this.details = details;
  }

  @Override
  public List<Journey> journeys() {
    return definitions.journeys();
  }

  @Override
  public Optional<Diagram> diagram(String processId, @Nullable Integer version) {
    return definitions.diagram(processId, version);
  }

  @Override
  public List<ElementCount> counts(String processId, @Nullable Integer version) {
    return definitions.counts(processId, version);
  }

  @Override
  public InstancePage instances(InstanceQuery query) {
    return instances.page(query);
  }

  @Override
  public String name(long definitionKey, String processId) {
    return definitions.name(definitionKey, processId);
  }

  @Override
  public List<Instance> ofCustomer(String customerId, int limit) {
    return instances.ofCustomer(customerId, limit);
  }

  @Override
  public Optional<InstanceDetail> instance(long key) {
    return instances
        .one(key)
        .map(
            found ->
                new InstanceDetail(
                    found,
                    definitions.name(found.definitionKey(), found.processId()),
                    details.elements(key),
                    details.flows(key),
                    details.variables(key),
                    details.waits(key),
                    details.incidents(key)));
  }
}
