package dev.siyu.wxstore;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

  @Bean
  @ConditionalOnProperty("siyu.wxstore.enabled")
  StoreShop storeShop(StoreSettings settings, Clock clock) {
    return new StoreShop(settings, clock);
  }
}
