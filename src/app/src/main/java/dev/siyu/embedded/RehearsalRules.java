package dev.siyu.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** What a product that plays a rehearsal may be set to. */
final class RehearsalRules {

  private static final List<String> CONNECTORS =
      List.of(
          "siyu.wecom.base-url",
          "siyu.mall.base-url",
          "siyu.wxstore.base-url",
          "siyu.youzan.base-url");

  private RehearsalRules() {}

  /**
   * @param order the file it plays; empty: this is no rehearsal
   */
  static List<String> objections(EmbeddedSettings settings, Environment environment, String order) {
    List<String> wrong = new ArrayList<>();
    if (order.isBlank()) {
      if (!settings.postgres().durable()) {
        wrong.add("siyu.postgres.durable: false (expected: true outside of rehearsals)");
      }
      return wrong;
    }
    if (!settings.sample() || !settings.simulatorHere()) {
      wrong.add("siyu.mode (expected: sample with its simulator)");
    }
    if (!settings.engineHere()) {
      wrong.add("siyu.engine.mode: external (expected: embedded)");
    }
    if (!environment.getProperty("spring.datasource.url", "").isBlank()) {
      wrong.add("spring.datasource.url (expected: none)");
    }
    String simulator = "http://127.0.0.1:" + settings.simulator().port();
    for (String name : CONNECTORS) {
      String url = environment.getProperty(name, simulator);
      if (!url.equals(simulator)) {
        wrong.add(name + ": " + url + " (expected: " + simulator + ")");
      }
    }
    if (environment.getProperty("siyu.clock.stands-at", "").isBlank()) {
      wrong.add("siyu.clock.stands-at (expected: a moment)");
    }
    if (!environment.getProperty("siyu.media.store", "database").equals("database")) {
      wrong.add("siyu.media.store (expected: database)");
    }
    if (!settings.data().startsWith(Path.of(order).toAbsolutePath().getParent())) {
      wrong.add("siyu.data: " + settings.data() + " (expected: beside " + order + ")");
    }
    return wrong;
  }
}
