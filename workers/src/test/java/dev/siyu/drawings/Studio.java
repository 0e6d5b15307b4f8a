package dev.siyu.drawings;

import dev.siyu.channels.Channels;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customers;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.layers.CoreCircle;
import dev.siyu.mall.Mall;
import dev.siyu.orders.Orders;
import dev.siyu.orders.Purchases;
import dev.siyu.products.Products;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The studio with the real workers; nothing behind them is ever called. */
final class Studio {

  private static final List<Class<?>> OUTSIDE =
      List.of(
          Customers.class,
          Mall.class,
          Orders.class,
          Purchases.class,
          Products.class,
          Contents.class,
          Channels.class,
          WeCom.class,
          Touchpoints.class,
          StaffTasks.class,
          CoreCircle.class,
          JourneyMessages.class,
          EngineOperations.class,
          JdbcClient.class);

  static JourneyStudio open() {
    var context = new AnnotationConfigApplicationContext();
    OUTSIDE.forEach(type -> register(context, type));
    context.registerBean(Clock.class, Clock::systemUTC);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("siyu.journeys.ship-at-start", "false")));
    context.scan("dev.siyu.workers", "dev.siyu.journeys");
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

  private static <T> void register(AnnotationConfigApplicationContext context, Class<T> type) {
    context.registerBean(
        type,
        () ->
            type.cast(
                Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> {
                      throw new AssertionError("the check calls nobody: " + method);
                    })));
  }

  private Studio() {}
}
