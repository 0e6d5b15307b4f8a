package dev.siyu.journeys;

import dev.siyu.engine.Header;
import dev.siyu.touchpoints.ContactCaps;
import java.util.List;
import java.util.Set;

/** A product in which little is known. */
final class QuietFacts implements LiveFacts {

  @Override
  public Set<String> approvedContent() {
    return Set.of();
  }

  @Override
  public ContactCaps caps() {
    return new ContactCaps(1, 3, 2, 4, 1, 0);
  }

  @Override
  public Set<String> forms() {
    return ShippedForms.ids();
  }

  @Override
  public List<Choice> choices(Header.From from) {
    return List.of();
  }
}
