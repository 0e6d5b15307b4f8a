package dev.siyu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The seven ports of a product, free at the moment they are taken. */
record Ports(
    int web,
    int postgres,
    int grpc,
    int command,
    int internal,
    int rest,
    int management,
    int simulator) {

  static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] found = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new Ports(
          found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::close);
    }
  }

  List<String> arguments() {
    return List.of(
        "--server.port=" + web,
        "--siyu.postgres.port=" + postgres,
        "--siyu.engine.grpc-port=" + grpc,
        "--siyu.engine.command-port=" + command,
        "--siyu.engine.internal-port=" + internal,
        "--siyu.engine.rest-port=" + rest,
        "--siyu.engine.management-port=" + management,
        "--siyu.simulator.port=" + simulator);
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
