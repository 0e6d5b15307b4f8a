package dev.siyu.journeys;

import dev.siyu.touchpoints.ContactCaps;
import java.util.List;
import java.util.Set;

/** What drawings are held against and people choose from; it changes while the product runs. */
interface LiveFacts {

  /** A value that a field of a step may have, and how people call it. */
  record Choice(String value, String name) {}

  /** Keys of content that is approved now. */
  Set<String> approvedContent();

  ContactCaps caps();

  /** Ids of the forms that tasks of people may show. */
  Set<String> forms();

  /** At most 1000 values for fields of that kind. */
  List<Choice> choices(dev.siyu.engine.Header.From from);
}
