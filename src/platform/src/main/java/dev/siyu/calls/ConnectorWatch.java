package dev.siyu.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a connector remembers of its last calls, for the health page; one bean per connector. */
public interface ConnectorWatch {

  /** E.g. {@code wecom} or {@code mall}. */
  String name();

  @Nullable Instant lastSuccessAt();

  @Nullable Instant lastErrorAt();

  /** Code and reason, without personal data. */
  @Nullable String lastError();
}
