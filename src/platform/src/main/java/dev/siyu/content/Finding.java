package dev.siyu.content;

/** Something a rule found wrong or missing, in both languages, with value and expectation. */
public record Finding(String rule, String message, String messageEn) {}
