package dev.siyu.simulator.mall;

/** The key callers of the mall's API must show. */
public record MallSettings(String apiKey) {}
