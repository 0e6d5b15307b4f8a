package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change to a job that exists already: new retries, or taken up again after its incident.
 *
 * @param revive only a stopped job is: an incident is "resolved" by cancelling the instance as well
 */
record JobNudge(long key, @Nullable Long retries, boolean revive) implements Change {

  private static final String WRITE =
      """
      update history.job j set
        retries = coalesce(i.retries, j.retries),
        state = case when i.revive = 1 and j.state in ('FAILED', 'ERROR_THROWN')
                  then 'CREATED' else j.state end,
        ended_at = case when i.revive = 1 and j.state in ('FAILED', 'ERROR_THROWN')
                  then null else j.ended_at end
      from unnest(?, ?, ?) as i (key, retries, revive)
      where j.key = i.key
      """;

  static Rows<JobNudge> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) ->
            new JobNudge(
                later.key,
                later.retries == null ? earlier.retries : later.retries,
                earlier.revive || later.revive),
        List.of(
            number(JobNudge::key), number(JobNudge::retries), number(row -> row.revive ? 1L : 0L)));
  }

  @Override
  public void mergeInto(Projections projections) {
    JobRow inBatch = projections.jobs.get(key);
    if (inBatch == null) {
      projections.nudges.put(key, this);
    } else {
      projections.jobs.replace(key, inBatch.nudged(this));
    }
  }
}
