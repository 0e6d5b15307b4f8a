package dev.siyu;

import dev.siyu.embedded.EmbeddedStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Siyu. Beans are named in full, because rooms may use the same word. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class SiyuApplication {

  public static void main(String[] args) {
    SpringApplication app = new SpringApplication(SiyuApplication.class);
    app.addInitializers(new EmbeddedStart());
    app.run(args);
  }
}
