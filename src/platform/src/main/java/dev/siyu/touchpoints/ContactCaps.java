package dev.siyu.touchpoints;

/**
 * How often one customer may be reached, over all journeys; the contact rules keep it at run time.
 *
 * @param messagesPerDay within 24 h
 * @param messagesPerWeek within 7 days
 * @param couponsPerDay within 24 h
 * @param couponsPerWeek within 7 days
 */
public record ContactCaps(
    int messagesPerDay, int messagesPerWeek, int couponsPerDay, int couponsPerWeek) {}
