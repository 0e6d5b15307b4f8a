package dev.siyu.time;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Makes the clock from what the database remembers, before anybody reads it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.class)
class TimeConfiguration {

  @Bean
  ClockStore clockStore(JdbcClient jdbc) {
    return new StoredClock(jdbc);
  }

  @Bean
  SiyuClock siyuClock(ClockStore store, TimeSettings settings) {
    Clock real = settings.clock().base(settings.zone());
    ClockStore.Row row = store.open(settings.mode().name(), real.instant());
    if (!row.mode().equals(settings.mode().name())) {
      throw new IllegalStateException(
          "SIYU-7001 siyu.mode: "
              + settings.mode().name().toLowerCase(java.util.Locale.ROOT)
              + " (expected: "
              + row.mode().toLowerCase(java.util.Locale.ROOT)
              + ", which this database has been used for; point to another database)");
    }
    return new SiyuClock(real, row.offset());
  }

  @Bean
  Ticker ticker(ObjectProvider<DueWork> works, SiyuClock clock, TimeSettings settings) {
    return new Ticker(once(works), clock, settings.clock().tick());
  }

  @Bean
  TimeTravel timeTravel(
      SiyuClock clock,
      ClockStore store,
      Ticker ticker,
      ObjectProvider<Quiet> parts,
      ObjectProvider<ClockFollower> followers,
      TimeSettings settings) {
    return new TimeTravel(
        clock, store, ticker, new Quietness(once(parts), ticker), once(followers), settings);
  }

  /** Asked for late, because some need the clock themselves, and then at every step of a replay. */
  private static <T> Supplier<List<T>> once(ObjectProvider<T> beans) {
    return SingletonSupplier.of(() -> beans.orderedStream().toList());
  }
}
