package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Canonical JSON (sorted keys, no spaces), and rows for jsonb_to_recordset. */
final class Json {

  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private static final JsonMapper ROWS =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Json() {}

  static String canonical(Object value) {
    return CANONICAL.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return CANONICAL.readValue(json, type);
  }

  static List<Share> shares(String json) {
    return List.of(read(json, Share[].class));
  }

  static String rows(List<? extends Record> rows) {
    return ROWS.writeValueAsString(rows);
  }
}
