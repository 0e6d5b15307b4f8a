package dev.siyu.simulator.wecom;

/**
 * Limits of customer groups.
 *
 * @param members of one group (500)
 * @param welcomes group welcome templates of the corp (100; 41055 beyond)
 */
public record GroupLimits(int members, int welcomes) {}
