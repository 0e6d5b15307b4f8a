package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.inbox.Inbox;
import dev.siyu.mall.MallWebhooks;
import dev.siyu.time.SiyuClock;
import dev.siyu.wecom.WeComCallbacks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/** The web part alone: real HTTP, real database, the other rooms as far as they need no engine. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"dev.siyu.web", "dev.siyu.callbacks", "dev.siyu.access"})
class Site {

  /** Moved by tests of what expires in real time. */
  static final AtomicLong NANOS = new AtomicLong(1);

  @Bean
  @Primary
  Ticker movedTime() {
    return NANOS::get;
  }

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    return postgres.getPostgresDatabase();
  }

  @Bean
  SiyuClock clock() {
    return new SiyuClock(Clock.systemUTC(), Duration.ZERO);
  }

  @Bean
  Inbox inbox() {
    return event -> CompletableFuture.completedFuture(Inbox.Receipt.STORED);
  }

  @Bean
  WeComCallbacks weComCallbacks() {
    return new WeComCallbacks() {
      @Override
      public Opened echo(
          @Nullable String signature,
          @Nullable String timestamp,
          @Nullable String nonce,
          @Nullable String echostr) {
        return new Opened.Refused("no keys here");
      }

      @Override
      public Opened open(
          @Nullable String signature,
          @Nullable String timestamp,
          @Nullable String nonce,
          byte[] body) {
        return new Opened.Refused("no keys here");
      }
    };
  }

  @Bean
  MallWebhooks mallWebhooks() {
    return (id, timestamp, signature, body) -> new MallWebhooks.Opened.Refused("no keys here");
  }
}
