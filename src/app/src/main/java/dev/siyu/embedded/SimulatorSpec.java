package dev.siyu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** WeCom and mall outside, as a process of its own from our own class path. */
final class SimulatorSpec implements ChildSpec {

  private static final String MAIN = "dev.siyu.simulator.Simulator";

  private final EmbeddedSettings settings;
  private final Environment environment;
  private final Supplier<Duration> offset;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  SimulatorSpec(EmbeddedSettings settings, Environment environment, Supplier<Duration> offset) {
    this.settings = settings;
    this.environment = environment;
    this.offset = offset;
  }

  @Override
  public String name() {
    return "simulator";
  }

  static boolean present() {
    return SimulatorSpec.class.getResource("/" + MAIN.replace('.', '/') + ".class") != null;
  }

  @Override
  public ProcessBuilder command() throws IOException {
    List<String> arguments =
        List.of(
            "--port=" + settings.simulator().port(),
            "--data=" + settings.data().resolve("simulator"),
            "--app-url=http://127.0.0.1:" + environment.getProperty("server.port", "8080"),
            "--corp-id=" + text("siyu.wecom.corp-id"),
            "--token=" + text("siyu.wecom.callback-token"),
            "--aes-key=" + text("siyu.wecom.callback-aes-key"),
            "--app-secret=" + text("siyu.wecom.app-secret"),
            "--contact-secret=" + text("siyu.wecom.contact-secret"),
            "--mall-webhook-secret=" + text("siyu.mall.webhook-secret"),
            "--mall-api-key=" + text("siyu.mall.api-key"),
            "--wxstore-app-id=" + text("siyu.wxstore.app-id"),
            "--wxstore-secret=" + text("siyu.wxstore.secret"),
            "--wxstore-token=" + text("siyu.wxstore.callback-token"),
            "--wxstore-aes-key=" + text("siyu.wxstore.callback-aes-key"),
            "--youzan-client-id=" + text("siyu.youzan.client-id"),
            "--youzan-client-secret=" + text("siyu.youzan.client-secret"),
            "--youzan-kdt-id=" + text("siyu.youzan.kdt-id"),
            "--shop-share=" + environment.getProperty("siyu.simulator.shop-share", ""),
            "--trusted-domain="
                + environment.getProperty("siyu.simulator.trusted-domain", "127.0.0.1,localhost"),
            "--zone=" + environment.getProperty("siyu.zone", "Asia/Shanghai"),
            "--staff-confirm=" + settings.simulator().staffConfirm(),
            "--willing-percent=" + settings.simulator().willingPercent(),
            "--stands-at=" + environment.getProperty("siyu.clock.stands-at", ""),
            "--offset-millis=" + offset.get().toMillis());
    return new ProcessBuilder(
            ChildProgram.line(
                MAIN, List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xshare:auto"), arguments))
        .directory(settings.home().toFile());
  }

  private String text(String name) {
    return environment.getProperty(name, "");
  }

  @Override
  public boolean ready() {
    try {
      return http.send(
                  HttpRequest.newBuilder(uri("/sim/clock")).timeout(Duration.ofSeconds(2)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sets the simulator's clock. */
  void follow(Duration ahead) {
    var post =
        HttpRequest.newBuilder(uri("/sim/clock"))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"offsetMillis\":" + ahead.toMillis() + "}"))
            .build();
    try {
      int status = http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IllegalStateException("clock of the simulator: status " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  /** What the simulator still has to deliver, as JSON. */
  String pending() {
    try {
      return http.send(
              HttpRequest.newBuilder(uri("/sim/pending")).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + settings.simulator().port() + path);
  }
}
