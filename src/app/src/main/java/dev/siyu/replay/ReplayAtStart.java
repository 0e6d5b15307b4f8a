package dev.siyu.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Starts the replay given on the command line: {@code --siyu.replay=from=2010-12-01,speed=max}. */
class ReplayAtStart {

  private static final Logger log = LoggerFactory.getLogger(ReplayAtStart.class);

  private final Replay replay;
  private final String argument;

  ReplayAtStart(Replay replay, String argument) {
    this.replay = replay;
    this.argument = argument;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(100)
  void begin() {
    if (argument.isBlank()) {
      return;
    }
    try {
      replay.start(ReplayOrder.parse(argument, files()));
    } catch (ReplayRefused | IOException e) {
      log.error("SIYU-7015 --siyu.replay={} is not started: {}", argument, e.getMessage());
    }
  }

  private List<ReplayOrder.File> files() throws IOException {
    List<ReplayOrder.File> files = new ArrayList<>();
    for (String part : argument.split(",")) {
      if (part.strip().startsWith("file=")) {
        Path path = Path.of(part.strip().substring(5));
        files.add(new ReplayOrder.File(path.getFileName().toString(), Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
