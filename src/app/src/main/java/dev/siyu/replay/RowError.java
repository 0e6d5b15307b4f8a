package dev.siyu.replay;

/** A row left out. {@code line} counts from 1, the header included. */
public record RowError(String file, long line, String reason) {}
