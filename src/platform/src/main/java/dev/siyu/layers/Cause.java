package dev.siyu.layers;

/** What changed the facts of a customer. */
enum Cause {
  ORDER,
  REFUND,
  TIME,
  MERGE
}
