package dev.siyu.rehearsalroom;

import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.Stage;
import dev.siyu.replay.Replay;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.time.TimeTravel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Only in the product on the stage ({@code siyu.rehearsal.order}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("siyu.rehearsal.order")
class OnStageConfiguration {

  @Bean
  Papers papers(@Value("${siyu.rehearsal.order}") Path order) {
    return new Papers(Objects.requireNonNull(order.toAbsolutePath().getParent()));
  }

  @Bean
  PlayedPeople playedPeople(
      Papers papers, JdbcClient jdbc, ApprovalInbox approvals, StaffTasks tasks) {
    Stage.Order order = papers.readOrder();
    return new PlayedPeople(jdbc, approvals, tasks, order.people(), order.seed());
  }

  @Bean
  ReportWriter reportWriter(
      Papers papers,
      JdbcClient jdbc,
      Environment settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    return new ReportWriter(
        jdbc,
        settings,
        papers.folder().resolve("data/simulator/journal.jsonl"),
        zone,
        Clock.systemUTC());
  }

  @Bean
  Performance performance(
      Papers papers,
      JourneyStudio studio,
      EngineTraffic traffic,
      Replay replay,
      TimeTravel travel,
      ReportWriter report,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ConfigurableApplicationContext context) {
    return new Performance(
        papers,
        studio,
        traffic,
        replay,
        travel,
        report,
        new LentContents(jdbc, transactions),
        () -> System.exit(SpringApplication.exit(context)));
  }
}
