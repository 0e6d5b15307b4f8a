package dev.siyu.products;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProductSettings.class, GoodSettings.class})
class ProductsConfiguration {}
