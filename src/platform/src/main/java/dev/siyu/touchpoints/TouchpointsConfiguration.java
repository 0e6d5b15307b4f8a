package dev.siyu.touchpoints;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RuleSettings.class, MassSendSettings.class})
class TouchpointsConfiguration {}
