package dev.siyu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Starts the children before the context, so that they warm up while it is built. They are ended
 * after everything else in the context.
 */
public final class EmbeddedStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    addSampleSettings(environment);
    EmbeddedSettings settings =
        Binder.get(environment).bindOrCreate("siyu", EmbeddedSettings.class);
    Servers servers = start(settings, environment);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("embedded", known(servers, settings)));
    var beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton("embeddedSettings", settings);
    beans.registerSingleton("servers", servers);
    beans.registerDisposableBean("servers", servers::close);
  }

  private static void addSampleSettings(ConfigurableEnvironment environment) {
    if (!"sample".equalsIgnoreCase(environment.getProperty("siyu.mode", "sample"))) {
      return;
    }
    try {
      new YamlPropertySourceLoader()
          .load("sample", new ClassPathResource("sample.yaml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Servers start(EmbeddedSettings settings, ConfigurableEnvironment environment) {
    try {
      return Servers.start(settings, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> known(Servers servers, EmbeddedSettings settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    servers
        .postgresSpec()
        .ifPresent(
            postgres -> {
              all.put("spring.datasource.url", postgres.url());
              all.put("spring.datasource.username", PostgresSpec.USER);
              all.put("spring.datasource.password", postgres.password());
            });
    if (settings.engineHere()) {
      all.put("siyu.engine.grpc-address", "http://127.0.0.1:" + settings.engine().grpcPort());
      all.put("siyu.engine.rest-address", "http://127.0.0.1:" + settings.engine().restPort());
    }
    all.put("siyu.engine.management-address", settings.management());
    return all;
  }
}
