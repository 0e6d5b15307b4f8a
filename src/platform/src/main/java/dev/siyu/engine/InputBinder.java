package dev.siyu.engine;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a worker's input record from a job's variables and the task's headers. */
final class InputBinder<I extends Record> {

  /** The drawing or the data does not fit the worker; only a person can mend it. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  private static final String LIST_SEPARATORS = "[,，、;；\\n]";

  private final Class<I> type;
  private final JsonMapper json;
  private final List<RecordComponent> components;

  InputBinder(Class<I> type, JsonMapper json) {
    this.type = type;
    this.json = json;
    this.components = List.of(type.getRecordComponents());
  }

  /** Names of the variables a job needs; {@code at} when none, for an empty list means all. */
  List<String> variableNames() {
    var names =
        components.stream()
            .filter(component -> header(component) == null)
            .map(RecordComponent::getName)
            .toList();
    return names.isEmpty() ? List.of("at") : names;
  }

  I bind(String variables, Map<String, String> headers) throws Unfit {
    try {
      var given = json.readTree(variables);
      var input = json.createObjectNode();
      for (var component : components) {
        var header = header(component);
        if (header != null) {
          putHeader(input, component, header, headers.get(component.getName()));
        } else if (given.hasNonNull(component.getName())) {
          input.set(component.getName(), given.get(component.getName()));
        } else if (!mayBeAbsent(component)) {
          throw new Unfit("variable '" + component.getName() + "' is missing");
        }
      }
      return json.treeToValue(input, type);
    } catch (JacksonException e) {
      throw new Unfit("input does not fit: " + e.getOriginalMessage());
    }
  }

  private static void putHeader(
      ObjectNode input, RecordComponent component, Header header, @Nullable String value)
      throws Unfit {
    var text = value == null || value.isBlank() ? header.defaultValue() : value.strip();
    if (text.isEmpty()) {
      if (!header.optional()) {
        throw new Unfit("task header '" + component.getName() + "' is missing");
      }
    } else if (Collection.class.isAssignableFrom(component.getType())) {
      var items = input.putArray(component.getName());
      Arrays.stream(text.split(LIST_SEPARATORS))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .forEach(items::add);
    } else {
      input.put(component.getName(), text);
    }
  }

  private static @Nullable Header header(RecordComponent component) {
    return component.getAnnotation(Header.class);
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    return Arrays.stream(component.getAnnotatedType().getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }
}
