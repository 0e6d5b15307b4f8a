package dev.siyu.embedded;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Refuses to start, clearly and at once, where a start could only fail later. */
final class StartChecks {

  private static final int JAVA = 21;

  private StartChecks() {}

  static void java(int version) {
    if (version < JAVA) {
      throw new Refusal(
          "SIYU-1001",
          "需要 JDK " + JAVA + " 或更高版本,当前是 " + version,
          "JDK " + JAVA + " or newer is needed, this is " + version,
          "请安装 JDK 21+ / install a JDK 21 or newer");
    }
  }

  static void disk(EmbeddedSettings settings) throws IOException {
    Files.createDirectories(settings.data());
    FileStore store = Files.getFileStore(settings.data());
    long free = store.getUsableSpace();
    long needed = settings.minFreeDisk().toBytes();
    if (free < needed) {
      throw new Refusal(
          "SIYU-1002",
          "磁盘空间不足:" + megabytes(free) + " 可用,至少需要 " + megabytes(needed),
          "Too little disk: "
              + megabytes(free)
              + " free, at least "
              + megabytes(needed)
              + " needed",
          "清理 "
              + settings.data()
              + " 所在磁盘,或调整 siyu.min-free-disk"
              + " / free space there, or change siyu.min-free-disk");
    }
  }

  private static String megabytes(long bytes) {
    return bytes / 1024 / 1024 + " MB";
  }

  static void ports(EmbeddedSettings settings, Environment environment, boolean postgresHere) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("server.port", environment.getProperty("server.port", Integer.class, 8080));
    if (postgresHere) {
      wanted.put("siyu.postgres.port", settings.postgres().port());
    }
    if (settings.engineHere()) {
      wanted.put("siyu.engine.grpc-port", settings.engine().grpcPort());
      wanted.put("siyu.engine.command-port", settings.engine().commandPort());
      wanted.put("siyu.engine.internal-port", settings.engine().internalPort());
      wanted.put("siyu.engine.rest-port", settings.engine().restPort());
      wanted.put("siyu.engine.management-port", settings.engine().managementPort());
    }
    if (settings.simulatorHere()) {
      wanted.put("siyu.simulator.port", settings.simulator().port());
    }
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    wanted.forEach(
        (setting, port) -> {
          if (port != 0 && !Ports.isFree(port)) {
            String holder = Ports.holder(port).map(StartChecks::describe).orElse("?");
            chinese.add(port + "(设置 " + setting + ",占用者 " + holder + ")");
            english.add(port + " (setting " + setting + ", held by " + holder + ")");
          }
        });
    if (!chinese.isEmpty()) {
      throw new Refusal(
          "SIYU-1003",
          "端口已被占用:" + String.join("、", chinese),
          "Port taken: " + String.join(", ", english),
          "结束占用者,或换一个端口,例如 --server.port=8081"
              + " / end the holder, or set another port, e.g. --server.port=8081");
    }
  }

  private static String describe(ProcessHandle process) {
    return process.info().command().orElse("?") + ", pid " + process.pid();
  }

  /** The malls that are switched on only when a company has them. */
  private static void others(
      EmbeddedSettings settings, Environment environment, List<String> wrong) {
    Map<String, List<String>> secrets =
        Map.of(
            "siyu.wxstore",
            List.of("secret", "callback-token", "callback-aes-key"),
            "siyu.youzan",
            List.of("client-secret"));
    secrets.forEach(
        (mall, names) -> {
          if (!environment.getProperty(mall + ".enabled", Boolean.class, false)) {
            return;
          }
          String url = environment.getProperty(mall + ".base-url", "");
          if (url.endsWith(":" + settings.simulator().port())) {
            wrong.add(mall + ".base-url: " + url + " (expected: the real address)");
          }
          for (String name : names) {
            if (environment.getProperty(mall + "." + name, "").startsWith("sample")) {
              wrong.add(mall + "." + name + " (expected: your own secret)");
            }
          }
        });
  }

  /** A rehearsal may reach nothing but what it starts itself and throws away. */
  static void rehearsal(EmbeddedSettings settings, Environment environment) {
    String order = environment.getProperty("siyu.rehearsal.order", "");
    List<String> wrong = RehearsalRules.objections(settings, environment, order);
    if (!wrong.isEmpty()) {
      throw new Refusal(
          "SIYU-3700",
          "排练环境只能使用自带的一次性组件:" + String.join(";", wrong),
          "A rehearsal uses only what it starts and throws away: " + String.join("; ", wrong),
          "排练由控制台发起,不要手工启动 / rehearsals are started by the console, not by hand");
    }
  }

  static void live(EmbeddedSettings settings, Environment environment) {
    if (settings.sample()) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    for (String name : List.of("siyu.wecom.base-url", "siyu.mall.base-url")) {
      String value = environment.getProperty(name, "");
      if (value.isBlank() || value.endsWith(":" + settings.simulator().port())) {
        wrong.add(name + ": " + value + " (expected: the real address)");
      }
    }
    for (String name :
        List.of("siyu.wecom.callback-token", "siyu.wecom.callback-aes-key", "siyu.mall.api-key")) {
      String value = environment.getProperty(name, "");
      if (value.isBlank() || value.startsWith("sample")) {
        wrong.add(name + " (expected: your own secret)");
      }
    }
    others(settings, environment, wrong);
    for (String name : List.of("siyu.sample-users", "zeebe.clock.controlled")) {
      if (environment.getProperty(name, Boolean.class, false)) {
        wrong.add(name + ": true (expected: false)");
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(
          "SIYU-1006",
          "正式模式(siyu.mode=live)不能使用样例设置:" + String.join(";", wrong),
          "Live mode refuses sample settings: " + String.join("; ", wrong),
          "给出真实连接,或用 siyu.mode=sample / give the real connections, or use siyu.mode=sample");
    }
  }
}
