package dev.siyu.engine;

import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** What a failed command tells about its effect. */
enum Verdict {
  /** Turned down because the engine is busy; certainly without effect. */
  BUSY,
  /** Never left us: nobody listens at the address. */
  UNREACHABLE,
  /** No clear answer: it may have had its effect. */
  UNCLEAR,
  /** What the command was about is there no more (or a second time). */
  GONE,
  /** The engine has it already. */
  KNOWN,
  /** Wrong for good. */
  REFUSED;

  static Verdict of(Throwable failure) {
    var status = statusOf(failure);
    if (status == null) {
      return UNCLEAR;
    }
    return switch (status.getCode()) {
      case RESOURCE_EXHAUSTED -> BUSY;
      case UNAVAILABLE -> isConnectionRefused(failure) ? UNREACHABLE : UNCLEAR;
      case NOT_FOUND -> GONE;
      case ALREADY_EXISTS -> KNOWN;
      case INVALID_ARGUMENT,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          PERMISSION_DENIED,
          UNAUTHENTICATED ->
          REFUSED;
      case OK, CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, ABORTED, INTERNAL, DATA_LOSS -> UNCLEAR;
    };
  }

  /** The engine's words without the stack. */
  static String reason(Throwable failure) {
    var status = statusOf(failure);
    return status == null
        ? String.valueOf(failure.getMessage())
        : status.getCode() + ": " + status.getDescription();
  }

  private static @Nullable Status statusOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientStatusException client) {
        return client.getStatus();
      }
    }
    return null;
  }

  private static boolean isConnectionRefused(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }
}
