package dev.siyu.approvals;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApprovalSettings.class, ConsoleAddress.class})
class ApprovalsConfiguration {}
