package dev.siyu.youzan;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(YouzanSettings.class)
class YouzanConfiguration {

  @Bean
  @ConditionalOnProperty("siyu.youzan.enabled")
  YouzanShop youzanShop(YouzanSettings settings, Clock clock) {
    return new YouzanShop(settings, clock);
  }
}
