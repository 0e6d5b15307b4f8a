package dev.siyu.bench;

/** An engine under measurement, doing the bench journey with the same ledger rows. */
interface Peer extends AutoCloseable {

  String name();

  /** Starts a journey for a customer, as an inbound event would. */
  void start(String customerId);

  /** Tells the customer's journey that the awaited signal came. */
  void signal(String customerId);

  /** Journeys that wait at the gateway for their signal. */
  long waiting();

  /** Journeys that came to their end. */
  long ended();

  @Override
  void close();
}
