package dev.siyu.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link JourneyHistory} answers. */
public final class HistoryViews {

  private HistoryViews() {}

  /** A journey; {@code name} is the drawing's name, or its id where the drawing has none. */
  public record Journey(
      String processId,
      String name,
      int latestVersion,
      List<Version> versions,
      long active,
      long completed,
      long terminated,
      long incidents) {}

  public record Version(int version, long definitionKey, Instant deployedAt) {}

  public record Diagram(String processId, int version, long definitionKey, String xml) {}

  public record ElementCount(
      String elementId, long active, long completed, long terminated, long incidents) {}

  /**
   * Every part but the process and the limit (1..200) may be null.
   *
   * @param state ACTIVE, COMPLETED or TERMINATED
   * @param elementId only instances that are at this element now
   * @param cursor {@link InstancePage#next} of the page before
   */
  public record InstanceQuery(
      String processId,
      @Nullable Integer version,
      @Nullable String state,
      @Nullable String elementId,
      @Nullable String cursor,
      int limit) {

    public InstanceQuery {
      if (limit < 1 || limit > 200) {
        throw new IllegalArgumentException("limit: " + limit + " (expected: 1..200)");
      }
    }
  }

  public record InstancePage(List<Instance> items, @Nullable String next) {}

  /** One run; {@code at} are the ids of the elements it is at now. */
  public record Instance(
      long key,
      String processId,
      int version,
      long definitionKey,
      @Nullable String customerId,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      long incidents,
      List<String> at) {}

  public record InstanceDetail(
      Instance instance,
      String journeyName,
      List<Element> elements,
      List<String> flows,
      List<Variable> variables,
      List<Wait> waits,
      List<Incident> incidents) {}

  public record Element(
      long key,
      String elementId,
      String type,
      String state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  /** Latest value at the scope of the instance, as JSON text. */
  public record Variable(String name, String value, Instant updatedAt) {}

  /** What the instance waits for: kind is TIMER, MESSAGE, JOB or USER_TASK. */
  public record Wait(
      String elementId,
      String kind,
      @Nullable Instant until,
      @Nullable String messageName,
      @Nullable String jobType,
      @Nullable Integer retries) {}

  public record Incident(
      long key,
      String elementId,
      String errorType,
      String message,
      @Nullable Long jobKey,
      @Nullable Instant createdAt,
      @Nullable Instant resolvedAt) {}
}
