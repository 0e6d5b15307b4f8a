package dev.siyu;

import dev.siyu.time.DueWork;
import dev.siyu.time.SiyuClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms of the platform wired as in the product, on a real database, with a clock that we move. */
public final class TestRooms implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-12-01T02:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final SiyuClock clock = new SiyuClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private TestRooms() {}

  /** Opens rooms, e.g. {@code "customers"}; {@code fakes} registers what stands in for others. */
  public static TestRooms open(
      Map<String, Object> settings,
      Consumer<AnnotationConfigApplicationContext> fakes,
      String... rooms) {
    var opened = new TestRooms();
    var context = opened.context;
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.registerBean(DataSource.class, opened.database::dataSource);
    context.registerBean(JdbcClient.class, opened.database::jdbc);
    context.registerBean(
        NamedParameterJdbcOperations.class,
        () -> new NamedParameterJdbcTemplate(opened.database.dataSource()));
    context.registerBean(TransactionTemplate.class, opened.database::transactions);
    context.registerBean(SiyuClock.class, () -> opened.clock);
    context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    fakes.accept(context);
    context.scan("dev.siyu.pauses"); // every room that touches customers asks it
    for (var room : rooms) {
      context.scan("dev.siyu." + room);
    }
    context.refresh();
    return opened;
  }

  public static TestRooms open(String... rooms) {
    return open(Map.of(), context -> {}, rooms);
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Tells all listeners. */
  public void publish(Object event) {
    context.publishEvent(event);
  }

  /** What falls due in these rooms. */
  public Collection<DueWork> works() {
    return context.getBeansOfType(DueWork.class).values();
  }

  /** One of several beans of a type. */
  public <T> T get(Class<T> type, String name) {
    return context.getBean(name, type);
  }

  public TestDatabase database() {
    return database;
  }

  public JdbcClient jdbc() {
    return database.jdbc();
  }

  public SiyuClock clock() {
    return clock;
  }

  public void pass(Duration time) {
    clock.setOffset(clock.offset().plus(time));
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
