package dev.siyu.layers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LayerSettings.class, CoreSettings.class})
class LayersConfiguration {}
