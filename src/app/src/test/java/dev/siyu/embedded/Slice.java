package dev.siyu.embedded;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The children, the clock and the replay without the rooms that need customers. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"dev.siyu.time", "dev.siyu.history", "dev.siyu.embedded", "dev.siyu.replay"})
class Slice {

  static ConfigurableApplicationContext start(String... args) {
    SpringApplication app = new SpringApplication(Slice.class);
    app.setWebApplicationType(WebApplicationType.NONE);
    app.addInitializers(new EmbeddedStart());
    return app.run(args);
  }

  public static void main(String[] args) {
    start(args);
  }
}
