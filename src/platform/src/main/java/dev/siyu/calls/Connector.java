package dev.siyu.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A system outside that Siyu calls, as the health page shows it; beans of this type are listed. */
public interface Connector {

  /** {@code UNUSED} until the first call, then how the latest call went. */
  enum State {
    UNUSED,
    UP,
    FAILING
  }

  record Health(
      State state,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant lastErrorAt,
      @Nullable String lastError) {}

  String name();

  Health health();
}
