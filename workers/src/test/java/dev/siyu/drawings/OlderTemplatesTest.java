package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps drawn with the palette of an earlier day still open and still pass: each file is the
 * palette as it was offered then, and none of them is ever changed.
 */
class OlderTemplatesTest {

  private static final Path KEPT = Path.of("src", "test", "resources", "templates");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, JsonNode> NOW =
      byId(JSON.valueToTree(Studio.open().templates()), "id");

  static List<Path> palettes() throws IOException {
    try (var files = Files.list(KEPT)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void shouldStillTakeWhatWasDrawnWithAnEarlierPalette(Path palette) throws IOException {
    // given
    var broken = new ArrayList<String>();

    // when
    byId(JSON.readTree(Files.readString(palette)), "id")
        .forEach(
            (id, then) -> {
              var now = NOW.get(id);
              if (now == null) {
                broken.add(id + " is gone");
              } else {
                compare(id, headers(then), headers(now), broken);
                if (!jobType(then).equals(jobType(now))) {
                  broken.add(id + " is another job: " + jobType(now));
                }
                if (then.path("version").asInt() > now.path("version").asInt()) {
                  broken.add(id + " has an earlier version than it had");
                }
              }
            });

    // then
    assertThat(broken).as("drawings made with %s", palette.getFileName()).isEmpty();
  }

  private static void compare(
      String id, Map<String, JsonNode> then, Map<String, JsonNode> now, List<String> broken) {
    then.forEach(
        (field, property) -> {
          var today = now.get(field);
          if (today == null) {
            broken.add(id + " has lost the field " + field);
          } else if (!values(today).containsAll(values(property)) && !values(today).isEmpty()) {
            broken.add(id + " takes fewer values for " + field);
          } else if (!pattern(today).isEmpty() && !pattern(today).equals(pattern(property))) {
            broken.add(id + " takes other texts for " + field);
          }
        });
    now.forEach(
        (field, property) -> {
          if (!then.containsKey(field)
              && property.path("constraints").path("notEmpty").asBoolean(false)
              && !property.has("value")) {
            broken.add(id + " wants a new field that earlier steps do not have: " + field);
          }
        });
  }

  /** Whether one pattern takes all that another took nobody can tell: it stays as it was. */
  private static String pattern(JsonNode property) {
    var pattern = property.path("constraints").path("pattern");
    return pattern.path("value").asString(pattern.asString(""));
  }

  private static String jobType(JsonNode template) {
    for (var property : template.path("properties")) {
      var binding = property.path("binding");
      if (binding.path("type").asString("").equals("zeebe:taskDefinition")
          && binding.path("property").asString("").equals("type")) {
        return property.path("value").asString("");
      }
    }
    return "";
  }

  /** Fixed choices only: those whose list people keep have names of their own. */
  private static List<String> values(JsonNode property) {
    return StreamSupport.stream(property.path("choices").spliterator(), false)
        .filter(one -> one.path("name").asString("").equals(one.path("value").asString("")))
        .map(one -> one.path("value").asString(""))
        .toList();
  }

  private static Map<String, JsonNode> headers(JsonNode template) {
    var found = new LinkedHashMap<String, JsonNode>();
    for (var property : template.path("properties")) {
      if (property.path("binding").path("type").asString("").equals("zeebe:taskHeader")) {
        found.put(property.path("binding").path("key").asString(""), property);
      }
    }
    return found;
  }

  private static Map<String, JsonNode> byId(JsonNode list, String id) {
    var found = new LinkedHashMap<String, JsonNode>();
    list.forEach(one -> found.put(one.path(id).asString(""), one));
    return found;
  }
}
