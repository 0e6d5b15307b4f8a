package dev.siyu.embedded;

import dev.siyu.time.ClockFollower;
import dev.siyu.time.SiyuClock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Joins the children to the clock and to the banner. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Servers.class)
class EmbeddedConfiguration {

  @Bean
  @Order(1)
  ClockFollower simulatorClock(Servers servers, SiyuClock clock) {
    servers.offsetFrom(clock::offset);
    return follower(
        "simulator",
        offset -> servers.simulatorSpec().ifPresent(simulator -> simulator.follow(offset)));
  }

  @Bean
  @Order(2)
  ClockFollower brokerClock(Servers servers) {
    return follower("broker", servers.management()::follow);
  }

  @Bean
  Welcome welcome(Servers servers, EmbeddedSettings settings, Environment environment) {
    return new Welcome(servers, settings, environment);
  }

  private static ClockFollower follower(String name, java.util.function.Consumer<Duration> follow) {
    return new ClockFollower() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void follow(Duration offset) {
        follow.accept(offset);
      }
    };
  }
}
