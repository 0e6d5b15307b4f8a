package dev.siyu.journeys;

import dev.siyu.engine.Header;
import dev.siyu.engine.JobWork;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** What designers see of a {@link JobWork}: its name and the fields they fill in on a step. */
record Worker(
    String type,
    String name,
    String nameEn,
    String help,
    String color,
    JourneyStep.Reach reach,
    List<String> endsBy,
    List<Field> fields) {

  record Field(String name, Header text) {

    boolean isRequired() {
      return !text.optional() && text.defaultValue().isEmpty();
    }

    boolean takes(String value) {
      return (text.choices().length == 0 || Arrays.asList(text.choices()).contains(value))
          && (text.pattern().isEmpty() || value.matches(text.pattern()));
    }

    /** What it takes, in words. */
    String expected() {
      return text.choices().length == 0 ? text.help() : String.join(", ", text.choices());
    }
  }

  static Worker of(JobWork<?> work) {
    var fields =
        Arrays.stream(work.input().getRecordComponents())
            .filter(part -> part.isAnnotationPresent(Header.class))
            .map(Worker::field)
            .toList();
    var step = work.getClass().getAnnotation(JourneyStep.class);
    return step == null
        ? new Worker(
            work.type(),
            work.type(),
            work.type(),
            "",
            "#888888",
            JourneyStep.Reach.NOBODY,
            List.of(),
            fields)
        : new Worker(
            work.type(),
            step.name(),
            step.nameEn(),
            step.help(),
            step.color(),
            step.reach(),
            List.of(step.endsBy()),
            fields);
  }

  private static Field field(RecordComponent part) {
    var header = part.getAnnotation(Header.class);
    if (header == null) {
      throw new IllegalArgumentException(part + " (expected: with @Header)");
    }
    return new Field(part.getName(), header);
  }
}
