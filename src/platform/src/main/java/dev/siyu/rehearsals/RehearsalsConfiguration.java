package dev.siyu.rehearsals;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RehearsalSettings.class)
class RehearsalsConfiguration {}
