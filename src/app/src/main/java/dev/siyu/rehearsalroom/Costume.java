package dev.siyu.rehearsalroom;

import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The settings of the product on the stage: ports of its own, our business rules, nothing real. */
final class Costume {

  /** What decides how customers are treated; connectors and secrets are not among it. */
  private static final List<String> RULES =
      List.of(
          "rules",
          "core",
          "repurchase",
          "seed",
          "staff-tasks",
          "mass-sends",
          "groups",
          "layers",
          "live-codes",
          "approvals",
          "selections",
          "products",
          "fission",
          "team");

  private static final List<String> PORTS =
      List.of(
          "server.port",
          "siyu.postgres.port",
          "siyu.engine.grpc-port",
          "siyu.engine.command-port",
          "siyu.engine.internal-port",
          "siyu.engine.rest-port",
          "siyu.engine.management-port",
          "siyu.simulator.port");

  private final RoomSettings settings;
  private final Environment environment;

  Costume(RoomSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  List<String> arguments(Stage.Order order, Papers papers) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String room : RULES) {
      Binder.get(environment)
          .bind("siyu." + room, Bindable.mapOf(String.class, String.class))
          .ifBound(
              map -> map.forEach((name, value) -> all.put("siyu." + room + "." + name, value)));
    }
    Path folder = papers.folder();
    all.put("siyu.mode", "sample");
    all.put("siyu.zone", environment.getProperty("siyu.zone", "Asia/Shanghai"));
    all.put("siyu.home", folder);
    all.put("siyu.data", folder.resolve("data"));
    all.put("siyu.rehearsal.order", papers.order());
    all.put("siyu.rehearsals.enabled", false);
    // opened by the performance itself, before the clock moves
    all.put("siyu.sample-groups", false);
    all.put("siyu.clock.stands-at", order.standsAt());
    all.put("siyu.clock.grain", order.grain());
    all.put("siyu.simulator.staff-confirm", "auto:" + order.people().confirmAfter());
    // no goods change on the stage; each look would be a stop of the clock
    all.put("siyu.goods.every", "PT0S");
    all.put("siyu.postgres.durable", false);
    all.put("siyu.postgres.shared-buffers", settings.sharedBuffers());
    all.put("siyu.engine.heap", settings.brokerHeap());
    all.put("siyu.min-free-disk", "2500MB");
    ports().forEach(all::put);
    return all.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toList();
  }

  /** Free now; all are held together, so that none is given twice. */
  private static Map<String, Integer> ports() {
    List<ServerSocket> held = new ArrayList<>();
    Map<String, Integer> ports = new LinkedHashMap<>();
    try {
      for (String name : PORTS) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }
}
