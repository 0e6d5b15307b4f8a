package dev.siyu.history;

/**
 * Whether a deployed drawing has come to the whole engine: it answers when one partition has it,
 * the others follow a moment later and start the one before until then.
 */
public interface DefinitionSpread {

  /** True when every partition the history knows has logged the definition. */
  boolean isEverywhere(long definitionKey);
}
