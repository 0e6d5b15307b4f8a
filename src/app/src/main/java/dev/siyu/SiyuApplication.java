package dev.siyu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Siyu. */
@SpringBootApplication
public class SiyuApplication {
  public static void main(String[] args) {
    SpringApplication.run(SiyuApplication.class, args);
  }
}
