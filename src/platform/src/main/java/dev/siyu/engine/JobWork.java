package dev.siyu.engine;

/**
 * What is done for one job type. {@code I} is a record: each component is read from the variable
 * or, when annotated with {@link Header}, from the task header of the same name.
 */
public interface JobWork<I extends Record> {

  /** The job type, a generated constant from the drawings. */
  String type();

  Class<I> input();

  JobOutcome work(I input, JobContext job);
}
