package dev.siyu.groups;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GroupSettings.class)
class GroupsConfiguration {

  @Bean
  GroupCaps groupCaps(GroupSettings settings) {
    return new GroupCaps(settings.perDay(), settings.perMonth());
  }
}
