package dev.siyu.launches;

/** What came of one customer's entry within the window. */
record Outcome(boolean canary, boolean ordered, boolean left, boolean refused) {}
