package dev.siyu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where one product under measurement lives: a folder of its own and free ports. */
record Places(Path folder, List<Integer> ports) {

  private static final List<String> NAMES =
      List.of(
          "server.port",
          "siyu.engine.grpc-port",
          "siyu.engine.command-port",
          "siyu.engine.internal-port",
          "siyu.engine.rest-port",
          "siyu.engine.management-port",
          "siyu.simulator.port");

  static Places in(Path folder) throws IOException {
    var held = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < NAMES.size(); i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return new Places(folder, held.stream().map(ServerSocket::getLocalPort).toList());
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  int web() {
    return ports.getFirst();
  }

  int simulator() {
    return ports.getLast();
  }

  List<String> arguments(String database) {
    var all = new ArrayList<String>();
    for (int i = 0; i < NAMES.size(); i++) {
      all.add("--" + NAMES.get(i) + "=" + ports.get(i));
    }
    all.add("--siyu.home=" + folder);
    all.add("--spring.datasource.url=" + database);
    all.add("--spring.datasource.username=" + BenchServer.USER);
    all.add("--spring.datasource.password=unused");
    return all;
  }
}
