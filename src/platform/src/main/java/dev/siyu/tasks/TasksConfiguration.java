package dev.siyu.tasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Team.class, AppMessageSettings.class, StaffTaskSettings.class})
class TasksConfiguration {}
