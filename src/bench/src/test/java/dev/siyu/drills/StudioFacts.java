package dev.siyu.drills;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told to the product of the walk from outside, and what its API and tables say. */
final class StudioFacts {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Product product;
  private final String journey;

  StudioFacts(Product product, String journey) {
    this.product = product;
    this.journey = journey;
  }

  /** Findings that keep the drawing from being deployed. */
  List<String> errors(String xml) {
    return product
        .api()
        .post("/api/drawings/check", json(Map.of("xml", xml)))
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("severity").asString("").equals("ERROR"))
        .map(JsonNode::toString)
        .toList();
  }

  JsonNode rehearsal(long id) {
    return product.api().get("/api/rehearsals/" + id);
  }

  JsonNode launch(long id) {
    return product.api().get("/api/launches/" + id).path("launch");
  }

  void awaitState(long launch, String state) {
    Waiting.until(
        "launch " + launch + " is " + state + ", see " + product.log(),
        LIMIT,
        () -> Waiting.quietly(() -> launch(launch).path("state").asString("").equals(state)));
  }

  /** External user ids of those the trial took. */
  List<String> canary(long launch) {
    return product
        .tables()
        .texts(
            "select distinct c.external_user_id from launch_entry e join customer c on c.id ="
                + " e.customer_id where e.canary and e.launch_id = "
                + launch);
  }

  /** Newcomers the trial divided, on either side. */
  long entered(long launch) {
    return product.tables().number("select count(*) from launch_entry where launch_id = " + launch);
  }

  /** Runs of the journey that stand in a version. */
  long running(int version) {
    return product
        .tables()
        .number(
            "select count(*) from history.process_instance i join history.process_definition d on"
                + " d.key = i.definition_key where i.state = 'ACTIVE' and d.process_id = '"
                + journey
                + "' and d.version = "
                + version);
  }

  /** Lets customers add a member, and waits until the product knows them. */
  void add(String group, int many) {
    for (int from = 0; from < many; from += 100) {
      product
          .outside()
          .tell(
              "/sim/wecom/adds",
              IntStream.range(from, Math.min(many, from + 100))
                  .mapToObj(i -> newcomer(group + "-" + i))
                  .collect(Collectors.joining(",", "[", "]")));
    }
    Waiting.until(
        many + " customers " + group + ", see " + product.log(),
        LIMIT,
        () ->
            product
                    .tables()
                    .number(
                        "select count(*) from customer where added_at is not null and"
                            + " external_user_id like '"
                            + group
                            + "-%'")
                >= many);
  }

  private static String newcomer(String id) {
    return json(
        Map.of(
            "externalUserId",
            id,
            "unionId",
            "u-" + id,
            "name",
            "走查" + id,
            "staffUserId",
            "li.na",
            "state",
            "parcel-card"));
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
