package dev.siyu.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The children of one running Siyu, started together and ended in order. */
final class Servers implements AutoCloseable {

  private static final String OFFSET =
      """
      select offset_millis from clock_setting
      """;

  private static final String HIGHEST_INCARNATION =
      """
      select coalesce(max(incarnation), 0) from history.exporter_position
      """;

  private static final Duration POSTGRES_LIMIT = Duration.ofSeconds(60);
  private static final Duration BROKER_LIMIT = Duration.ofSeconds(120);

  private final DataLock lock;
  private final @Nullable PostgresSpec postgresSpec;
  private final @Nullable Child postgres;
  private final @Nullable Child broker;
  private final @Nullable Child simulator;
  private final @Nullable SimulatorSpec simulatorSpec;
  private final BrokerManagement management;
  private volatile Supplier<Duration> offset;

  private Servers(
      EmbeddedSettings settings, Environment environment, DataLock lock, boolean postgresHere)
      throws IOException {
    this.lock = lock;
    this.management = new BrokerManagement(settings.management());
    this.postgresSpec = postgresHere ? new PostgresSpec(settings) : null;
    this.postgres = postgresSpec == null ? null : new Child(postgresSpec, settings.run());
    this.offset = () -> Duration.ZERO;
    BrokerConfig config = config(settings, environment, postgresSpec);
    this.broker =
        settings.engineHere()
            ? new Child(
                new BrokerSpec(
                    settings,
                    config,
                    management,
                    () -> Standing.of(environment).aheadOfReal(offset.get()),
                    new Incarnation(
                        settings.data().resolve("engine/data"),
                        () -> number(environment, HIGHEST_INCARNATION))),
                settings.run())
            : null;
    this.simulatorSpec =
        settings.simulatorHere() && SimulatorSpec.present()
            ? new SimulatorSpec(settings, environment, () -> offset.get())
            : null;
    this.simulator = simulatorSpec == null ? null : new Child(simulatorSpec, settings.run());
  }

  /** Checks, ends what an earlier run left, starts all; PostgreSQL is ready on return. */
  static Servers start(EmbeddedSettings settings, Environment environment) throws IOException {
    boolean postgresHere = environment.getProperty("spring.datasource.url", "").isBlank();
    StartChecks.java(Runtime.version().feature());
    StartChecks.live(settings, environment);
    StartChecks.rehearsal(settings, environment);
    StartChecks.disk(settings);
    Servers servers =
        new Servers(settings, environment, DataLock.take(settings.run()), postgresHere);
    try {
      all(servers).parallelStream().forEach(Child::endPredecessor);
      StartChecks.ports(settings, environment, postgresHere);
      servers.begin(environment);
      return servers;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  private void begin(Environment environment) {
    Child database = postgres;
    if (database != null) {
      database.start();
      database.awaitReady(POSTGRES_LIMIT);
    }
    Duration stored = Duration.ofMillis(number(environment, OFFSET));
    offset = () -> stored;
    Optional.ofNullable(broker).ifPresent(Child::start);
    Optional.ofNullable(simulator).ifPresent(Child::start);
  }

  private static BrokerConfig config(
      EmbeddedSettings settings, Environment environment, @Nullable PostgresSpec postgres) {
    return postgres != null
        ? new BrokerConfig(settings, postgres.url(), PostgresSpec.USER, postgres.password())
        : new BrokerConfig(
            settings,
            environment.getProperty("spring.datasource.url", ""),
            environment.getProperty("spring.datasource.username", ""),
            environment.getProperty("spring.datasource.password", ""));
  }

  /** A number the database remembers; zero before the first migration. */
  private long number(Environment environment, String sql) {
    try (Connection connection = connect(environment);
        var query = connection.prepareStatement(sql);
        var rows = query.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      return 0;
    }
  }

  private Connection connect(Environment environment) throws SQLException {
    return postgresSpec != null
        ? postgresSpec.connect(PostgresSpec.DATABASE)
        : java.sql.DriverManager.getConnection(
            environment.getProperty("spring.datasource.url", ""),
            environment.getProperty("spring.datasource.username", ""),
            environment.getProperty("spring.datasource.password", ""));
  }

  /** From now on children that are started again get the running clock's offset. */
  void offsetFrom(Supplier<Duration> clock) {
    offset = clock;
  }

  Optional<PostgresSpec> postgresSpec() {
    return Optional.ofNullable(postgresSpec);
  }

  Optional<SimulatorSpec> simulatorSpec() {
    return Optional.ofNullable(simulatorSpec);
  }

  BrokerManagement management() {
    return management;
  }

  /** Completes when every child has been ready once. */
  CompletableFuture<Void> allReady() {
    return CompletableFuture.allOf(
            all(this).stream().map(Child::firstReady).toArray(CompletableFuture[]::new))
        .orTimeout(BROKER_LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
  }

  List<Child> children() {
    return all(this);
  }

  private static List<Child> all(Servers servers) {
    List<Child> present = new ArrayList<>();
    for (Child child :
        new @Nullable Child[] {servers.postgres, servers.broker, servers.simulator}) {
      if (child != null) {
        present.add(child);
      }
    }
    return present;
  }

  /** Engine and simulator first, together; PostgreSQL last, so that they can still write. */
  @Override
  public void close() {
    all(this).parallelStream().filter(child -> child != postgres).forEach(Child::close);
    Optional.ofNullable(postgres).ifPresent(Child::close);
    lock.close();
  }
}
