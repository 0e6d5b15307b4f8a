package dev.siyu.attribution;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AttributionSettings.class, AttributionSettings.Basics.class})
class AttributionConfiguration {}
