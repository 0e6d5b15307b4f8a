package dev.siyu.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a port is free, and if not, which process holds it. */
final class Ports {

  private Ports() {}

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Linux only: from the kernel's socket list to the process that has the socket open. */
  static Optional<ProcessHandle> holder(int port) {
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(file -> lines(Path.of(file)).stream().skip(1))
        .map(line -> line.strip().split("\\s+"))
        .filter(cells -> cells[1].endsWith(":%04X".formatted(port)) && "0A".equals(cells[3]))
        .map(cells -> "socket:[" + cells[9] + "]")
        .flatMap(Ports::withOpen)
        .findFirst();
  }

  private static Stream<ProcessHandle> withOpen(String socket) {
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
              try (Stream<Path> files = Files.list(open)) {
                return files.anyMatch(file -> pointsTo(file, socket));
              } catch (IOException e) {
                return false;
              }
            });
  }

  private static boolean pointsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
