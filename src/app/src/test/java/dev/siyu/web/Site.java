package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineState;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.engine.JourneyRuns;
import dev.siyu.engine.UserTasks;
import dev.siyu.handovers.HandOvers;
import dev.siyu.history.HistoryViews;
import dev.siyu.history.JourneyHistory;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.Inbox;
import dev.siyu.inbox.InboxDesk;
import dev.siyu.journeys.Candidates;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.touchpoints.Reconciliation;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.why.Verdict;
import dev.siyu.why.WhyAnswers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;

/** The web part alone: real HTTP, real database, real signatures; no engine, no dispatcher. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    value = {
      "dev.siyu.web",
      "dev.siyu.callbacks",
      "dev.siyu.access",
      "dev.siyu.time",
      "dev.siyu.replay",
      "dev.siyu.history",
      "dev.siyu.pauses",
      "dev.siyu.products",
      "dev.siyu.approvals",
      "dev.siyu.wecom",
      "dev.siyu.accounts",
      "dev.siyu.attribution",
      "dev.siyu.closings",
      "dev.siyu.disputes",
      "dev.siyu.ledger",
      "dev.siyu.channels",
      "dev.siyu.groups",
      "dev.siyu.content",
      "dev.siyu.moments",
      "dev.siyu.fission",
      "dev.siyu.drafts",
      "dev.siyu.launches",
      "dev.siyu.entries",
      "dev.siyu.moves",
      "dev.siyu.mall",
      "dev.siyu.readiness",
      "dev.siyu.rehearsals",
      "dev.siyu.selections",
      "dev.siyu.tags",
      "dev.siyu.tasks",
      "dev.siyu.customers",
      "dev.siyu.wxstore",
      "dev.siyu.youzan"
    })
public class Site {

  /** Moved by tests of what expires in real time. */
  static final AtomicLong NANOS = new AtomicLong(1);

  /** What got through the doors. */
  public static final ConcurrentLinkedQueue<InboundEvent> RECEIVED = new ConcurrentLinkedQueue<>();

  @Bean
  @Primary
  Ticker movedTime() {
    return NANOS::get;
  }

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    return postgres.getPostgresDatabase();
  }

  @Bean
  @Primary
  Inbox inbox() {
    return event -> {
      RECEIVED.add(event);
      return CompletableFuture.completedFuture(Inbox.Receipt.STORED);
    };
  }

  @Bean
  Touchpoints touchpoints() {
    return (touch, call) -> new TouchOutcome.Refused("no-engine", "this site sends nothing", null);
  }

  @Bean
  HandOvers handOvers() {
    return new HandOvers() {
      @Override
      public List<View> all() {
        return List.of();
      }

      @Override
      public Optional<View> find(String id) {
        return Optional.empty();
      }

      @Override
      public List<Leftover> leftovers(String id, int limit) {
        return List.of();
      }

      @Override
      public String begin(String from, List<String> receivers, String reason, String who) {
        return "H1";
      }

      @Override
      public boolean settle(String id, String customerId, String note, String who) {
        return false;
      }
    };
  }

  @Bean
  @Primary
  InboxDesk inboxDesk() {
    return new InboxDesk() {
      @Override
      public Counts counts() {
        return new Counts(1, 2, 3, 0, Instant.EPOCH, null);
      }

      @Override
      public List<Item> list(String state, @Nullable Long before, int limit) {
        return List.of();
      }

      @Override
      public boolean retry(long id) {
        return false;
      }
    };
  }

  @Bean
  @Primary
  EngineOperations engineOperations() {
    return new EngineOperations() {
      @Override
      public List<Deployed> deploy(List<Resource> resources) {
        return List.of(new Deployed("first-order", 2, 7, "first-order.bpmn"));
      }

      @Override
      public void retryIncident(long incidentKey, @Nullable Long jobKey, int retries) {}

      @Override
      public void cancelInstance(long processInstanceKey) {}

      @Override
      public int partitions() {
        return 0;
      }

      @Override
      public EngineState state() {
        var outbox = new EngineState.Outbox(0, 0, 0, null);
        var reach = EngineState.Reach.UNREACHABLE;
        return new EngineState(reach, null, List.of(), 0, 0, 0, outbox);
      }
    };
  }

  @Bean
  @Primary
  JourneyMessages journeyMessages() {
    return announcements -> {};
  }

  @Bean
  UserTasks userTasks() {
    return (key, action, variables) -> UserTasks.Completion.LATER;
  }

  @Bean
  @Primary
  JourneyStudio journeyStudio() {
    return new JourneyStudio() {
      @Override
      public List<String> changed() {
        return List.of();
      }

      @Override
      public List<Map<String, Object>> templates() {
        return List.of();
      }

      @Override
      public Optional<String> drawing(String processId) {
        return Optional.empty();
      }

      @Override
      public List<Version> versions(String processId) {
        return List.of();
      }

      @Override
      public Optional<String> drawing(String processId, int version) {
        return Optional.empty();
      }

      @Override
      public List<Finding> check(String xml) {
        return List.of();
      }

      @Override
      public Deployment deploy(String xml, @Nullable String comment, String actor) {
        return new Deployment("first-order", 2, 9007199254740993L);
      }
    };
  }

  @Bean
  JourneyRuns journeyRuns() {
    return refusing(JourneyRuns.class);
  }

  @Bean
  Candidates candidates() {
    return refusing(Candidates.class);
  }

  /** For what no page of this site asks. */
  private static <T> T refusing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("equals")) {
                return self == arguments[0];
              }
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("hashCode") ? 1 : "nobody";
              }
              throw new IllegalStateException("no engine here: " + method.getName());
            }));
  }

  @Bean
  WhyAnswers whyAnswers() {
    return new WhyAnswers() {
      @Override
      public List<Choice> choices(String customerId) {
        var step = new StepChoice("task_SendOffer", "推荐引流品", "traffic-offer");
        return List.of(new Choice("first-order", "首单转化", true, List.of(step)));
      }

      @Override
      public Optional<Verdict> answer(String customerId, String journey, String step) {
        return customerId.equals("C20001")
            ? Optional.of(new Verdict.Refused("quiet-hours", null, Instant.EPOCH, Instant.EPOCH))
            : Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Reconciliation reconciliation() {
    return new Reconciliation() {
      @Override
      public Counts counts() {
        return new Counts(8, 1, 1, 1, 1, 1, 1, 2);
      }

      @Override
      public Map<String, Long> refusalsByRule() {
        return Map.of("quiet-hours", 1L);
      }

      @Override
      public List<UnknownTouch> unknown(long afterId, int limit) {
        return List.of();
      }

      @Override
      public boolean resolve(long id, Finding finding, String actor, String note) {
        return false;
      }

      @Override
      public List<Breach> breaches() {
        return List.of();
      }
    };
  }

  @Bean
  @Primary
  JourneyHistory journeyHistory() {
    return new JourneyHistory() {
      @Override
      public List<HistoryViews.Journey> journeys() {
        return List.of();
      }

      @Override
      public Optional<HistoryViews.Diagram> diagram(String processId, @Nullable Integer version) {
        return Optional.empty();
      }

      @Override
      public List<HistoryViews.ElementCount> counts(String processId, @Nullable Integer version) {
        return List.of();
      }

      @Override
      public HistoryViews.InstancePage instances(HistoryViews.InstanceQuery query) {
        return new HistoryViews.InstancePage(List.of(), null);
      }

      @Override
      public Optional<HistoryViews.InstanceDetail> instance(long key) {
        return Optional.empty();
      }

      @Override
      public String name(long definitionKey, String processId) {
        return processId;
      }

      @Override
      public List<HistoryViews.Instance> ofCustomer(String customerId, int limit) {
        return List.of();
      }
    };
  }
}
