package dev.siyu.bench;

import dev.siyu.SiyuApplication;
import dev.siyu.calls.CallResult;
import dev.siyu.embedded.EmbeddedStart;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineRefused;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.Inbox;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole system: inbox, outbox, engine with exporter, ledger, workers, PostgreSQL. */
final class SiyuPeer implements Peer {

  private static final String ADDED = "add_external_contact";

  private static final String REPLIED = "customer_start_chat";
  private static final String ENDED =
      "SELECT count(*) FROM history.process_instance"
          + " WHERE process_id = 'bench-journey' AND state = 'COMPLETED'";
  private static final String LEDGER =
      "SELECT count(*) FROM touchpoint WHERE journey = 'bench' AND state = 'SENT'";

  /** The bench journey's workers; without annotation, else the app's own scan finds them. */
  static class Workers {

    @Bean
    BenchTouch firstTouch(Touchpoints touchpoints) {
      return new BenchTouch("bench.touch1", touchpoints);
    }

    @Bean
    BenchTouch secondTouch(Touchpoints touchpoints) {
      return new BenchTouch("bench.touch2", touchpoints);
    }

    @Bean
    BenchTouch thirdTouch(Touchpoints touchpoints) {
      return new BenchTouch("bench.touch3", touchpoints);
    }
  }

  /** A WeCom that answers at once. */
  static class Outside {

    @Bean
    @Primary
    WeCom weComThatAnswersAtOnce() {
      return (WeCom)
          Proxy.newProxyInstance(
              WeCom.class.getClassLoader(),
              new Class<?>[] {WeCom.class},
              (proxy, method, args) ->
                  method.getName().equals("contact")
                      ? new CallResult.Ok<>(
                          new WeCom.Contact((String) args[0], "Bench", null, List.of("staff-1")))
                      : new CallResult.Declined<>("bench", "not part of this measurement"));
    }
  }

  private final ConfigurableApplicationContext app;
  private final Inbox inbox;
  private final Clock clock;
  private final List<BenchTouch> touches;

  /**
   * @param workers whether the app works the journey's jobs; without, somebody else has to
   */
  SiyuPeer(List<String> arguments, boolean workers) {
    this.app =
        new SpringApplicationBuilder(SiyuApplication.class, Outside.class)
            .sources(workers ? new Class<?>[] {Workers.class} : new Class<?>[0])
            .initializers(new EmbeddedStart())
            .run(arguments.toArray(String[]::new));
    this.inbox = app.getBean(Inbox.class);
    this.clock = app.getBean(Clock.class);
    this.touches = app.getBeanProvider(BenchTouch.class).orderedStream().toList();
    Product.until("the engine takes the drawing", this::isDeployed);
  }

  private boolean isDeployed() {
    try {
      var drawing = new EngineOperations.Resource("bench-journey.bpmn", drawing());
      return !app.getBean(EngineOperations.class).deploy(List.of(drawing)).isEmpty();
    } catch (EngineRefused e) {
      return false;
    }
  }

  private static byte[] drawing() {
    try (var in = SiyuPeer.class.getResourceAsStream("/bench/bench-journey.bpmn")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "Siyu, whole system";
  }

  @Override
  public void start(String customerId) {
    receive("change_external_contact", ADDED, customerId);
  }

  @Override
  public void signal(String customerId) {
    receive("customer_acquisition", REPLIED, customerId);
  }

  /** Stored under another type: the greeting would add a fourth touch that the peers lack. */
  private void receive(String event, String change, String externalUserId) {
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS); // as WeCom tells it
    var body =
        """
        <xml><ToUserName>corp</ToUserName><FromUserName>sys</FromUserName>\
        <CreateTime>%d</CreateTime><MsgType>event</MsgType><Event>%s</Event>\
        <ChangeType>%s</ChangeType><UserID>staff-1</UserID>\
        <ExternalUserID>%s</ExternalUserID></xml>"""
            .formatted(at.getEpochSecond(), event, change, externalUserId);
    inbox
        .receive(
            new InboundEvent(
                InboundEvent.Source.WECOM,
                "bench/" + change + "/no-welcome",
                externalUserId,
                "bench:" + change + ":" + externalUserId,
                body.getBytes(StandardCharsets.UTF_8),
                at))
        .join();
  }

  @Override
  public long waiting() {
    return made("bench.touch2") - ended();
  }

  @Override
  public long ended() {
    return made("bench.touch3");
  }

  private long made(String type) {
    return touches.stream()
        .filter(touch -> touch.type().equals(type))
        .mapToLong(BenchTouch::made)
        .sum();
  }

  /**
   * What the tables say after a run; differs from {@link #ended()} only while the exporter lags.
   */
  long endedInHistory() {
    return app.getBean(JdbcClient.class).sql(ENDED).query(Long.class).single();
  }

  URI grpcAddress() {
    return URI.create(
        Objects.requireNonNull(app.getEnvironment().getProperty("siyu.engine.grpc-address")));
  }

  long ledgerRows() {
    return app.getBean(JdbcClient.class).sql(LEDGER).query(Long.class).single();
  }

  @Override
  public void close() {
    app.close();
  }
}
