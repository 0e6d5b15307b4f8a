package dev.siyu.simulator.journal;

import java.time.Instant;

/** When a fact happened (simulated clock) and its id, which a rebuild gives again. */
public record Moment(String id, Instant at) {}
