package dev.siyu.rehearsals;

import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every drawing is fine. */
final class FakeStudio implements JourneyStudio {

  @Override
  public List<Map<String, Object>> templates() {
    return List.of();
  }

  @Override
  public Optional<String> drawing(String processId) {
    return Optional.of("<other/>");
  }

  @Override
  public List<Version> versions(String processId) {
    return List.of();
  }

  @Override
  public Optional<String> drawing(String processId, int version) {
    return Optional.empty();
  }

  @Override
  public List<String> changed() {
    return List.of("win-back");
  }

  @Override
  public List<Finding> check(String xml) {
    return new ArrayList<>();
  }

  @Override
  public Deployment deploy(String xml, @Nullable String comment, String actor) {
    throw new UnsupportedOperationException();
  }
}
