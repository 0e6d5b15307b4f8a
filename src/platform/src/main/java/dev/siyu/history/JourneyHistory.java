package dev.siyu.history;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the journeys, for pages; read-only and never slower than a key lookup or two.
 */
public interface JourneyHistory {

  /**
   * Every deployed journey with its versions, newest first, and instance counts over all versions.
   */
  List<HistoryViews.Journey> journeys();

  /** One version's drawing; the latest when {@code version} is null. */
  Optional<HistoryViews.Diagram> diagram(String processId, @Nullable Integer version);

  /** Counts by element; over all versions when {@code version} is null. */
  List<HistoryViews.ElementCount> counts(String processId, @Nullable Integer version);

  /** Newest first. A cursor that was not made by this method is an IllegalArgumentException. */
  HistoryViews.InstancePage instances(HistoryViews.InstanceQuery query);

  /** One run with everything its page shows. */
  Optional<HistoryViews.InstanceDetail> instance(long key);

  /** The name its designer gave the drawing; the process id when it has none or is unknown. */
  String name(long definitionKey, String processId);

  /** Runs of one customer, newest first, at most {@code limit}. */
  List<HistoryViews.Instance> ofCustomer(String customerId, int limit);
}
