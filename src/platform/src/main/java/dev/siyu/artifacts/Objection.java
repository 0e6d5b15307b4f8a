package dev.siyu.artifacts;

/**
 * Why a file that somebody wrote is not taken.
 *
 * @param code stable, see docs/errors.md
 * @param message Chinese
 * @param messageEn the same in English
 */
public record Objection(String code, String message, String messageEn) {}
