package dev.siyu.rehearsal;

import dev.siyu.customers.CustomerId;
import dev.siyu.layers.CoreCircle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A core circle that admits everybody and keeps every member unless a scenario says otherwise. */
final class FakeCoreCircle implements CoreCircle {

  final List<String> asked = new ArrayList<>();
  private final Deque<String> admissions = new ArrayDeque<>();
  private final Deque<String> verdicts = new ArrayDeque<>();

  void plan(Map<String, List<String>> answers) {
    admissions.addAll(answers.getOrDefault("admit", List.of()));
    verdicts.addAll(answers.getOrDefault("review", List.of()));
  }

  @Override
  public Capacity capacity() {
    throw new AssertionError("no journey asks for room");
  }

  @Override
  public boolean admit(CustomerId customer, String entry, Instant at) {
    asked.add("admit " + entry);
    return admissions.isEmpty() || admissions.pop().equals("yes");
  }

  @Override
  public void unanswered(CustomerId customer, String entry, Instant at) {
    asked.add("unanswered " + entry);
  }

  @Override
  public Verdict review(CustomerId customer, String entry, long reviewKey, Instant at) {
    asked.add("review " + entry);
    return verdicts.isEmpty() ? Verdict.KEEP : Verdict.valueOf(verdicts.pop());
  }

  @Override
  public boolean remove(CustomerId customer, String note, String actor) {
    throw new AssertionError("no journey removes anybody");
  }
}
