package dev.siyu;

import dev.siyu.embedded.EmbeddedStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Siyu. */
@SpringBootApplication
public class SiyuApplication {

  public static void main(String[] args) {
    SpringApplication app = new SpringApplication(SiyuApplication.class);
    app.addInitializers(new EmbeddedStart());
    app.run(args);
  }
}
