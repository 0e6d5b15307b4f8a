package dev.siyu.simulator.wecom;

import java.time.Duration;

/**
 * Limits of moments (docs 95094, 97612), changeable because WeCom changes them.
 *
 * @param callsPerMinute add_moment_task per corp (45009 beyond)
 * @param perMonth tasks per corp and month (45009 beyond)
 * @param jobs under way at the same time (41078 beyond; the true number is not documented)
 * @param jobTakes how long the asynchronous creation lasts
 * @param dispatchTakes how long after that the moment is being handed to members (41079 meanwhile)
 * @param seenPerDay moments one customer sees a day, in silence not shown beyond (assumed: 3)
 * @param likePercent of customers who see a moment and like it, by hash
 */
public record PostLimits(
    int callsPerMinute,
    int perMonth,
    int jobs,
    Duration jobTakes,
    Duration dispatchTakes,
    int seenPerDay,
    int likePercent) {}
