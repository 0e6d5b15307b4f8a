package dev.siyu.embedded;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says, once everything answers, where to look, who may log in, what to click and how to stop. */
class Welcome {

  private static final Logger log = LoggerFactory.getLogger(Welcome.class);

  private final Servers servers;
  private final EmbeddedSettings settings;
  private final Environment environment;
  private final CompletableFuture<Void> said = new CompletableFuture<>();

  Welcome(Servers servers, EmbeddedSettings settings, Environment environment) {
    this.servers = servers;
    this.settings = settings;
    this.environment = environment;
  }

  @EventListener
  void onReady(ApplicationReadyEvent event) {
    long contextReady = sinceStart();
    servers
        .allReady()
        .whenComplete(
            (all, problem) -> {
              if (problem == null) {
                say(contextReady);
              } else {
                log.error(
                    "SIYU-1009 not everything is ready yet ({}); the app goes on and waits for it",
                    problem.toString());
              }
              said.complete(null);
            });
  }

  /** Completes when the banner was printed. */
  CompletableFuture<Void> said() {
    return said;
  }

  private void say(long contextReady) {
    StringBuilder timeline = new StringBuilder();
    servers
        .children()
        .forEach(
            child ->
                timeline
                    .append(child.name())
                    .append(' ')
                    .append(child.firstReady().join().toMillis())
                    .append(" ms, "));
    timeline.append("app ").append(contextReady).append(" ms, ");
    timeline.append("all ready ").append(sinceStart()).append(" ms after the JVM started");
    log.info("Start-up timeline: {}\n{}", timeline, settings.sample() ? sample() : live());
  }

  private static long sinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  private String sample() {
    return """

        ──────────────────────────────────────────────────────────────────────────────
         Siyu 已就绪(样例模式) · Siyu is ready (sample mode)

         控制台 Console        %1$s
         客户手机 Phone        http://127.0.0.1:%2$d/phone
         用户 Users            ops, manager, ecom, store, finance, staff, auditor, boss, admin
         密码 Password         siyu

         先点这里 Click first  %1$s → 登录 ops → 首页“开始回放”
                               log in as ops → start page → "Start replay"
         数据 Data             %3$s
         日志 Logs             %4$s
         停止 Stop             Ctrl-C
        ──────────────────────────────────────────────────────────────────────────────
        """
        .formatted(address(), settings.simulator().port(), settings.data(), settings.run());
  }

  private String live() {
    return """

        ──────────────────────────────────────────────────────────────────────────────
         Siyu 已就绪(正式模式) · Siyu is ready (live mode)
         控制台 Console  %s     停止 Stop  Ctrl-C
        ──────────────────────────────────────────────────────────────────────────────
        """
        .formatted(address());
  }

  private String address() {
    String port = environment.getProperty("local.server.port", "8080");
    return "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port + "/";
  }
}
