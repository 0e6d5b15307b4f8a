package dev.siyu.history.exporter;

/** What one record changes in one projection; merged with its neighbours before it is written. */
interface Change {

  void mergeInto(Projections projections);
}
