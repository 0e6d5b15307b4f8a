package dev.siyu.engine;

import java.time.Instant;

/** What a worker may know about its job beside the variables. */
public record JobContext(
    long jobKey,
    long processInstanceKey,
    long elementInstanceKey,
    String processId,
    int processVersion,
    String elementId,
    int retries,
    Instant now) {}
