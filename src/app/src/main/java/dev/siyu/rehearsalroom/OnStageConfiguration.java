package dev.siyu.rehearsalroom;

import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.groups.GroupCaps;
import dev.siyu.groups.Groups;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.rehearsals.Stage;
import dev.siyu.replay.Replay;
import dev.siyu.replay.SampleGroups;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.time.TimeTravel;
import dev.siyu.touchpoints.ContactCaps;
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
      ContactCaps contacts,
      GroupCaps groups,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    return new ReportWriter(
        jdbc,
        new Caps(contacts, groups, zone),
        papers.folder().resolve("data/simulator/journal.jsonl"),
        zone,
        Clock.systemUTC());
  }

  @Bean
  Playing playing(
      Papers papers,
      JourneyStudio studio,
      EngineTraffic traffic,
      Replay replay,
      TimeTravel travel,
      ReportWriter report,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SampleGroups sampleGroups,
      Groups groups) {
    return new Playing(
        papers,
        studio,
        traffic,
        replay,
        travel,
        report,
        new LentContents(jdbc, transactions),
        new StageGroups(sampleGroups, groups));
  }

  @Bean
  Performance performance(Papers papers, Playing playing, ConfigurableApplicationContext context) {
    return new Performance(papers, playing, () -> System.exit(SpringApplication.exit(context)));
  }
}
