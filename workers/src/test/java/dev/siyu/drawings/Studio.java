package dev.siyu.drawings;

import dev.siyu.Nobody;
import dev.siyu.content.ContentLibrary;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.touchpoints.ContactCaps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The studio with the real workers; nothing behind them is ever called. */
final class Studio {

  static JourneyStudio open() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource("jdbc:none:")));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(EngineTraffic.class, EngineTraffic::new);
    context.registerBean(ContactCaps.class, () -> new ContactCaps(1, 3, 2, 4, 1, 0));
    context.registerBean(ContentLibrary.class, KnownContent::new);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("siyu.journeys.ship-at-start", "false")));
    context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    context.scan("dev.siyu.workers", "dev.siyu.journeys");
    Nobody.fill(context);
    context.refresh();
    return context.getBean(JourneyStudio.class);
  }

  /** Every journey this release ships. */
  static List<String> journeys() {
    try (var folders = Files.list(Path.of("..", "processes"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> Files.exists(Path.of("..", "processes", name, name + ".bpmn")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String drawing(String journey) {
    try {
      return Files.readString(Path.of("..", "processes", journey, journey + ".bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Studio() {}
}
