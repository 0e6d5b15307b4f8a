package dev.siyu.entries;

import dev.siyu.engine.EntryGate;
import java.util.Optional;
import java.util.Set;

/** Says which customers start another version than the one everybody starts. */
public interface EntryRoutes {

  /** Names of start messages about which it has something to say; cheap, asked for every entry. */
  Set<String> messages();

  /** Empty: the version for everybody. */
  Optional<ChosenRuns.Order> route(EntryGate.Entry entry);

  /** What was answered for this very entry before, also when it would not be any more. */
  Optional<ChosenRuns.Order> begun(EntryGate.Entry entry);
}
