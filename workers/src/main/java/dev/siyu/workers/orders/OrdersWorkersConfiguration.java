package dev.siyu.workers.orders;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepurchaseSettings.class)
class OrdersWorkersConfiguration {}
