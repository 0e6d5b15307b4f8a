package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.ClockFollower;
import dev.siyu.time.SiyuClock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Joins the children to the clock and to the banner. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedConfiguration.Started.class)
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
  ClockFollower brokerClock(Servers servers, Environment environment) {
    Standing standing = Standing.of(environment);
    return follower("broker", offset -> servers.management().follow(standing.aheadOfReal(offset)));
  }

  @Bean
  EngineRest engineRest(Servers servers, EngineMoments moments, SiyuClock clock) {
    return new EngineRest(servers.management(), moments, clock);
  }

  @Bean
  EngineDue engineDue(EngineMoments moments) {
    return new EngineDue(moments);
  }

  @Bean
  @Conditional(SimulatorHere.class)
  SimulatorRest simulatorRest(Servers servers) {
    return new SimulatorRest(servers.simulatorSpec().orElseThrow());
  }

  /** Whether the children were started before the context (tests of other rooms do not). */
  static class Started implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      var beans = context.getBeanFactory();
      return beans != null && beans.containsBean("servers");
    }
  }

  /** Whether a simulator was started. */
  static class SimulatorHere implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      var beans = context.getBeanFactory();
      return beans != null && beans.getBean(Servers.class).simulatorSpec().isPresent();
    }
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
