package dev.siyu.simulator.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the journal: a call with its facts stands or falls as a whole. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(long seq, Instant at, @Nullable Call call, @Nullable List<Fact> facts) {

  List<Fact> factsOrNone() {
    return facts == null ? List.of() : facts;
  }
}
