package dev.siyu.touchpoints;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RuleSettings.class, MassSendSettings.class})
class TouchpointsConfiguration {

  @Bean
  ContactCaps contactCaps(RuleSettings rules) {
    return new ContactCaps(
        rules.massSendsPerDay(),
        rules.massSendsPerWeek(),
        rules.couponsPerDay(),
        rules.couponsPerWeek(),
        rules.memberPerDay(),
        rules.perMonth());
  }
}
