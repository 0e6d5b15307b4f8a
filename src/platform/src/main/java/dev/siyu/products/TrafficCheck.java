package dev.siyu.products;

/**
 * One of the five checks of a traffic product (引流品).
 *
 * @param name related, broad, sustainable, valuable or cheap
 * @param zh the reason with figures, in Chinese
 * @param en the same in English
 */
public record TrafficCheck(String name, boolean passed, String zh, String en) {}
