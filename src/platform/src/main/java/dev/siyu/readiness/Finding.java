package dev.siyu.readiness;

/** One thing an assessment still lacks. */
public record Finding(String rule, String zh, String en) {}
