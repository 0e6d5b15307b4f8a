package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Against Adobe's S3Mock, a server that speaks S3 over HTTP, in a process of its own. */
@Isolated("times what it waits for")
class S3MediaStoreTest {

  private static final byte[] PICTURE = {1, 2, 3, 4};
  private static final String ID = "m-0123456789abcdef0123456789abcdef";
  private static Process server;
  private static int port;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var jar =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.matches(".*s3mock-[0-9.]+-exec\\.jar"))
            .findFirst()
            .orElseThrow();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-Xmx256m",
            "-jar",
            jar,
            "--com.adobe.testing.s3mock.httpPort=" + port,
            "--server.port=0");
    builder.environment().put("TMPDIR", data.toString());
    server =
        builder.redirectErrorStream(true).redirectOutput(data.resolve("log.txt").toFile()).start();
    // A real process that takes its time.
    await().atMost(Duration.ofMinutes(3)).until(S3MediaStoreTest::answers);
  }

  private static boolean answers() {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/media"))
              .PUT(HttpRequest.BodyPublishers.noBody())
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroy();
    server.waitFor(20, TimeUnit.SECONDS);
  }

  private static MediaStoreSettings settings(String endpoint, String bucket) {
    return new MediaStoreSettings(
        MediaStoreSettings.Kind.S3,
        URI.create(endpoint),
        bucket,
        "us-east-1",
        "key",
        "secret",
        true,
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        false);
  }

  private static final class Memory implements MediaStore {
    final Map<String, byte[]> all = new HashMap<>();

    @Override
    public void put(String id, String mime, byte[] bytes) {
      all.put(id, bytes);
    }

    @Override
    public Optional<byte[]> get(String id) {
      return Optional.ofNullable(all.get(id));
    }
  }

  @Test
  void shouldKeepMediaInTheBucketAndFindOldOnesWhereTheyWere() {
    var before = new Memory();
    before.put("m-old", "image/png", PICTURE);
    try (var store = new S3MediaStore(settings("http://127.0.0.1:" + port, "media"), before)) {
      // when
      store.put("m-new", "image/png", PICTURE);
      store.put("m-new", "image/png", PICTURE);
      // then
      assertThat(store.get("m-new")).hasValueSatisfying(b -> assertThat(b).isEqualTo(PICTURE));
      assertThat(store.get("m-old")).isPresent();
      assertThat(store.get("m-none")).isEmpty();
      assertThat(before.all).containsOnlyKeys("m-old");
    }
  }

  @Test
  void shouldRefuseTheUploadWhenTheStoreIsAwayOrHasNoSuchBucket() {
    try (var store = new S3MediaStore(settings("http://127.0.0.1:" + port, "other"), new Memory());
        var away = new S3MediaStore(settings("http://127.0.0.1:1", "media"), new Memory())) {
      assertThatThrownBy(() -> store.put("m-1", "image/png", PICTURE))
          .isInstanceOf(ContentRefused.class)
          .hasMessageContaining("SIYU-3520");
      assertThatThrownBy(() -> away.put("m-1", "image/png", PICTURE))
          .isInstanceOf(ContentRefused.class);
      assertThat(away.get("m-1")).isEmpty();
    }
  }

  @Test
  void shouldMoveWhatLiesInTheDatabase() {
    try (var database = TestDatabase.fresh();
        var store =
            new S3MediaStore(
                settings("http://127.0.0.1:" + port, "media"),
                new DatabaseMediaStore(database.jdbc()))) {
      // given
      database
          .jdbc()
          .sql(
              """
              INSERT INTO media (id, kind, mime, name, bytes, data, uploaded_by, uploaded_at)
              VALUES (:id, 'IMAGE', 'image/png', 'a.png', 4, :data, 'ops', :at)
              """)
          .param("id", ID)
          .param("data", PICTURE)
          .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
          .update();
      var move = new MediaMove(database.jdbc(), store, Clock.systemUTC());
      assertThat(move.nextDue()).isPresent();
      // when
      move.runDue(Instant.now(Clock.systemUTC()));
      // then
      assertThat(move.nextDue()).isEmpty();
      assertThat(new DatabaseMediaStore(database.jdbc()).get(ID)).isEmpty();
      assertThat(store.get(ID)).hasValueSatisfying(b -> assertThat(b).isEqualTo(PICTURE));
    }
  }

  @Test
  void shouldNameValueAndExpectationOfAWrongSetting() {
    assertThatThrownBy(() -> settings("file:///etc/passwd", "media"))
        .hasMessage("siyu.media.endpoint: file:///etc/passwd (expected: http(s)://host[:port])");
    assertThatThrownBy(() -> settings("http://s3:9000", "A"))
        .hasMessage("siyu.media.bucket: A (expected: 3 to 63 of a-z, 0-9, dot, dash)");
  }
}
