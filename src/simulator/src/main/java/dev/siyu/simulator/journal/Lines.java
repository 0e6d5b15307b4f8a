package dev.siyu.simulator.journal;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** How an entry is written as one line of JSON. */
final class Lines {

  private static final JsonMapper MAPPER = mapper();

  private Lines() {}

  static byte[] write(Entry entry) {
    byte[] json = MAPPER.writeValueAsBytes(entry);
    byte[] line = new byte[json.length + 1];
    System.arraycopy(json, 0, line, 0, json.length);
    line[json.length] = '\n';
    return line;
  }

  static Entry read(String line) {
    return MAPPER.readValue(line, Entry.class);
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addMixIn(Fact.class, Named.class)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    for (Class<?> group : Fact.class.getPermittedSubclasses()) {
      for (Class<?> fact : group.getPermittedSubclasses()) {
        builder.registerSubtypes(
            new NamedType(fact, group.getSimpleName() + "." + fact.getSimpleName()));
      }
    }
    return builder.build();
  }

  @com.fasterxml.jackson.annotation.JsonTypeInfo(
      use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME,
      property = "fact")
  private interface Named {}
}
