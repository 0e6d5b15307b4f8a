package dev.siyu.customers;

/**
 * Two customers turned out to be one person. Published inside the merging transaction: listeners
 * move what they keep from {@code gone} to {@code kept} before it commits.
 */
public record CustomersMerged(CustomerId gone, CustomerId kept) {}
