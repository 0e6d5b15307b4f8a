package dev.siyu.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts {@link Site} on a free port; all test classes with it share one start. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Site.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "siyu.web.address-failures=10000",
      "siyu.simulator.port=1",
      "siyu.live-codes.create=false",
      "siyu.wxstore.enabled=true",
      "siyu.youzan.enabled=true",
      "spring.threads.virtual.enabled=true",
      "spring.config.import=optional:classpath:sample.yaml"
    })
public @interface SiteTest {}
