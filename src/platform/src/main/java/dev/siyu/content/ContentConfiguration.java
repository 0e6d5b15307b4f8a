package dev.siyu.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ContentSettings.class, MediaSettings.class})
class ContentConfiguration {

  @Bean
  MediaStore mediaStore(JdbcClient jdbc) {
    return new DatabaseMediaStore(jdbc);
  }
}
