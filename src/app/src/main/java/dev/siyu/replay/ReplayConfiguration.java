package dev.siyu.replay;

import dev.siyu.time.SiyuClock;
import dev.siyu.time.TimeTravel;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

  @Bean
  ReplaySettings replaySettings(Environment environment) {
    return new ReplaySettings(
        "sample".equalsIgnoreCase(environment.getProperty("siyu.mode", "sample")),
        URI.create("http://127.0.0.1:" + environment.getProperty("siyu.simulator.port", "8090")),
        List.of(
            environment.getProperty(
                "siyu.live-codes.staff",
                String[].class,
                new String[] {"li.na", "wang.fang", "zhang.wei"})));
  }

  @Bean
  Replay replay(
      JdbcClient jdbc,
      JdbcTemplate batches,
      PlatformTransactionManager transactions,
      SiyuClock clock,
      TimeTravel travel,
      ReplaySettings settings) {
    ReplayStore store = new ReplayStore(jdbc, batches);
    return new Replay(
        store,
        new Telling(store, new HttpOutside(settings.simulator())),
        new SampleData(),
        new TransactionTemplate(transactions),
        clock,
        travel,
        settings);
  }

  @Bean
  SampleGroups sampleGroups(ReplaySettings settings, Environment environment) {
    return new SampleGroups(
        new HttpOutside(settings.simulator()),
        settings.sample() && environment.getProperty("siyu.sample-groups", Boolean.class, false));
  }

  @Bean
  ReplayAtStart replayAtStart(Replay replay, Environment environment) {
    return new ReplayAtStart(replay, environment.getProperty("siyu.replay", ""));
  }
}
