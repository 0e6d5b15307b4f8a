package dev.siyu.web;

import dev.siyu.engine.EngineRefused;

/** What the engine's refusals mean to whoever asked over HTTP. */
final class EngineAnswers {

  private EngineAnswers() {}

  static ApiFailure failure(EngineRefused refused) {
    var details = refused.code() + " " + refused.getMessage();
    return switch (refused.code()) {
      case "SIYU-4002" -> Problem.NOT_FOUND.failure(details);
      case "SIYU-4003" -> Problem.CONFLICT.failure(details);
      default -> Problem.ENGINE_DOWN.failure(details);
    };
  }
}
