package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads evidence and shares of many orders and parses what repeats once: the same shares stand at
 * most orders, and the payments of a customer in the evidence of each later one. For one thread and
 * one run.
 */
final class ReadOnce {

  private final Map<String, List<Share>> shares = new HashMap<>();
  private final Map<String, Instant> moments = new HashMap<>();
  private final JsonMapper mapper;

  ReadOnce() {
    var module = new SimpleModule();
    module.addDeserializer(Instant.class, new Moments());
    this.mapper = JsonMapper.builder().addModule(module).build();
  }

  Evidence evidence(String json) {
    return mapper.readValue(json, Evidence.class);
  }

  List<Share> shares(String json) {
    return shares.computeIfAbsent(json, Json::shares);
  }

  private final class Moments extends ValueDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      return moments.computeIfAbsent(parser.getValueAsString(), Instant::parse);
    }
  }
}
