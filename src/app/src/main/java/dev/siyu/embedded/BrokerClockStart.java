package dev.siyu.embedded;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs inside the broker: sets its controlled clock before anything reads it, so that a restarted
 * broker never shows real time while everybody else is ahead. Compiled against our Spring, run with
 * the broker's; uses only what is the same in both.
 */
public final class BrokerClockStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String OFFSET = "siyu.clock.offset-millis";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Duration offset = Duration.ofMillis(Long.getLong(OFFSET, 0));
    context.getBeanFactory().addBeanPostProcessor(new Ahead(offset));
  }

  private record Ahead(Duration offset) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean.getClass().getSimpleName().startsWith("ActorClockConfiguration")) {
        add(bean);
      }
      return bean;
    }

    private void add(Object configuration) {
      try {
        var clock =
            (Optional<?>) configuration.getClass().getMethod("getClock").invoke(configuration);
        if (clock.isPresent()) {
          Object controlled = clock.get();
          controlled.getClass().getMethod("addTime", Duration.class).invoke(controlled, offset);
          System.out.println("Broker clock starts " + offset + " ahead of real time");
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("broker clock could not be set to " + offset, e);
      }
    }
  }
}
