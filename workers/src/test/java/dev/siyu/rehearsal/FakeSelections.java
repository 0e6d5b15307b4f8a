package dev.siyu.rehearsal;

import dev.siyu.selections.RoundState;
import dev.siyu.selections.SelectionWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A round that takes effect unless a scenario says "apply": ["no"]. */
final class FakeSelections implements SelectionWork {

  private final List<Step> reminded = new ArrayList<>();
  private boolean applies = true;

  void plan(Map<String, List<String>> answers) {
    applies = !answers.getOrDefault("apply", List.of()).contains("no");
  }

  @Override
  public int measure(String key, Instant now) {
    return 2;
  }

  @Override
  public int remind(String key, Step about, Instant now) {
    reminded.add(about);
    return (int) reminded.stream().filter(step -> step == about).count();
  }

  @Override
  public void askSignOff(String key, Instant now) {}

  @Override
  public void close(String key, RoundState how, Instant now) {}

  @Override
  public boolean apply(String key, Instant now) {
    return applies;
  }

  @Override
  public int review(String key, Instant now) {
    return 2;
  }

  @Override
  public String openNext(String key, Instant now) {
    return "s2";
  }
}
