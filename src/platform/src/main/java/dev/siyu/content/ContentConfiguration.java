package dev.siyu.content;

import dev.siyu.time.DueWork;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  ContentSettings.class,
  MediaSettings.class,
  MediaStoreSettings.class
})
class ContentConfiguration {

  @Bean
  MediaStore mediaStore(JdbcClient jdbc, MediaStoreSettings settings) {
    var database = new DatabaseMediaStore(jdbc);
    return switch (settings.store()) {
      case DATABASE -> database;
      case S3 -> new S3MediaStore(settings, database);
    };
  }

  @Bean
  @ConditionalOnProperty("siyu.media.move")
  DueWork mediaMove(JdbcClient jdbc, MediaStore store, Clock clock) {
    return new MediaMove(jdbc, store, clock);
  }
}
