package dev.siyu.wecom;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WeComSettings.class, WebLoginSettings.class})
class WeComConfiguration {}
