package dev.siyu.rehearsalroom;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoomSettings.class)
class RoomConfiguration {

  @Bean
  ChildStage childStage(
      RoomSettings settings,
      Environment environment,
      @Value("${siyu.home:.}") Path home,
      @Value("${siyu.data:data}") Path data) {
    return new ChildStage(
        settings,
        new Costume(settings, environment),
        home.toAbsolutePath().normalize().resolve(data).normalize());
  }
}
