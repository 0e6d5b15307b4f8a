package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drills.Product.Part;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People decide on the real product: native user tasks, a real broker and database to kill. */
class ApprovalsDrill {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** A request under way, as the manager sees it. */
  private record Asked(String id, String task, String hash, String sku, long cents) {}

  private static Product product;
  private static Signer ops;
  private static Signer ecom;
  private static int asked;

  @BeforeAll
  static void start(@TempDir Path home) {
    product =
        new Product(
            home, "--siyu.app-messages.work-from=00:00", "--siyu.app-messages.work-until=00:00");
    product.start();
    ops = new Signer(product.webPort(), "ops");
    ecom = new Signer(product.webPort(), "ecom");
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
  }

  @Test
  void shouldDecideOnceWhateverFiftyPressAtOnce() throws Exception {
    // given
    var one = ask();
    assertThat(todo(one.id()).path("form").asString("")).contains("approval-decision");

    // then ways around are refused
    assertThat(ops.decide(one.id(), one.task(), "APPROVE", one.hash()).details())
        .isEqualTo("OWN_REQUEST");
    assertThat(ecom.decide(one.id(), one.task(), "APPROVE", "0".repeat(64)).details())
        .isEqualTo("OTHER_CONTENT");

    // when
    var answers = atOnce(50, () -> ecom.decide(one.id(), one.task(), "APPROVE", one.hash()));

    // then
    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allMatch(answer -> answer.code().equals("SIYU-8010"));
    assertEffect(one);
    assertThat(ecom.decide(one.id(), one.task(), "APPROVE", one.hash()).status()).isEqualTo(409);
    assertThat(
            product
                .tables()
                .number(
                    "select count(*) from approval_refusal where 'A' || request_id = '"
                        + one.id()
                        + "'"))
        .as("each refusal with a row")
        .isEqualTo(52);
  }

  @Test
  void shouldDecideByTwoTapsOnTheCard() {
    // given
    var one = ask();
    var card = "select task_id from approval_card where 'A' || request_id = '" + one.id() + "'";
    var task = product.tables().texts(card).getFirst();
    Waiting.until("the card is there", LIMIT, () -> !onPhone(task).isEmpty());
    assertThat(onPhone(task))
        .as("what is decided, why, and by which bytes")
        .contains("依据", ">同意<", ">驳回<", ">退回补充<", one.hash().substring(0, 8))
        .doesNotContain("确认同意");

    // when
    press(task, "approve");
    Waiting.until("the card asks to confirm", LIMIT, () -> onPhone(task).contains(">确认同意<"));
    assertThat(onPhone(task)).as("no way to say it twice").doesNotContain(">同意<");
    assertThat(decisions(one)).as("one tap decides nothing").isEmpty();
    press(task, "confirm");

    // then
    assertEffect(one);
    assertThat(decisions(one)).containsExactly("CARD");
    Waiting.until("the card says how it ended", LIMIT, () -> onPhone(task).contains("审批已通过"));
    assertThat(onPhone(task)).as("nothing is left to press").doesNotContain("<form", "没有生效");
  }

  @Test
  void shouldCarryOutOnceWhatWasDecidedWhileTheBrokerWasAway() {
    // given
    var one = ask();

    // when
    assertThat(product.kill(Part.BROKER)).isTrue();
    var answer = ecom.decide(one.id(), one.task(), "APPROVE", one.hash());

    // then
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertEffect(one);
  }

  @Test
  void shouldApproveNothingWithoutTheDatabase() throws Exception {
    // given
    var one = ask();
    var away = new AtomicBoolean(true);

    // when
    Signer.@Nullable Answer answer;
    try (var killer = Executors.newSingleThreadExecutor()) {
      assertThat(product.kill(Part.POSTGRES)).isTrue();
      killer.submit(
          () -> {
            while (away.get()) {
              product.kill(Part.POSTGRES);
              Waiting.pause(Duration.ofMillis(20));
            }
          });
      try {
        answer = tried(one);
      } finally {
        away.set(false); // else the killer never ends, and neither does the drill
      }
    }

    // then
    if (answer != null) {
      assertThat(answer.status()).as("%s", answer).isGreaterThanOrEqualTo(500);
      assertThat(answer.code()).as("%s", answer).startsWith("SIYU-");
    }

    // when it is back
    Waiting.until(
        "the database is back", LIMIT, () -> Waiting.quietly(() -> decisions(one).isEmpty()));
    Waiting.until(
        "the task still waits",
        LIMIT,
        () -> Waiting.quietly(() -> ecom.get("/api/approvals/" + one.id()).has("todo")));
    var again = ecom.decide(one.id(), one.task(), "APPROVE", one.hash());

    // then
    assertThat(again.status()).as("%s", again).isEqualTo(202);
    assertEffect(one);
  }

  private static Signer.@Nullable Answer tried(Asked one) {
    try {
      return ecom.decide(one.id(), one.task(), "APPROVE", one.hash());
    } catch (UncheckedIOException e) {
      return null; // no answer at all: the person tries again
    }
  }

  /** Ops ask for price and stock of another product; the e-commerce manager is to decide. */
  private static synchronized Asked ask() {
    int number = asked++;
    long cents = 1_000 + number;
    var sku = ops.get("/api/products").path("items").get(number).at("/product/sku").asString("");
    var answer =
        ops.post(
            "/api/products/" + sku + "/requests",
            "{\"department\":\"电商部\",\"priceCents\":%d,\"stockUnits\":50,\"note\":\"私域专享\"}"
                .formatted(cents));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    var id = ops.get("/api/approvals?box=ASKED").get(0).path("id").asString("");
    Waiting.until("the task of " + id + " waits", LIMIT, () -> !todo(id).isEmpty());
    var hash = ecom.get("/api/approvals/" + id).path("hash").asString("");
    return new Asked(id, todo(id).path("key").asString(""), hash, sku, cents);
  }

  private static tools.jackson.databind.JsonNode todo(String id) {
    return ecom.get("/api/approvals/" + id).path("todo").path(0);
  }

  /** The engine completed the task with this decision, and the product has its price, once. */
  private static void assertEffect(Asked one) {
    Waiting.until(
        one.id() + " is approved, see " + product.log(),
        LIMIT,
        () -> Waiting.quietly(() -> state(one).equals("APPROVED")));
    Waiting.until(
        "the engine reported " + one.task(),
        LIMIT,
        () -> Waiting.quietly(() -> !actions(one).isEmpty()));
    assertThat(actions(one)).hasSize(1).allMatch(action -> action.startsWith("decision:"));
    assertThat(decisions(one)).hasSize(1);
    assertThat(
            product
                .tables()
                .number("select price_cents from product where sku = '" + one.sku() + "'"))
        .isEqualTo(one.cents());
  }

  private static String state(Asked one) {
    return product
        .tables()
        .texts("select state from approval_request where 'A' || id = '" + one.id() + "'")
        .getFirst();
  }

  private static List<String> actions(Asked one) {
    return product
        .tables()
        .texts(
            "select action from history.user_task where state = 'COMPLETED' and key = "
                + one.task());
  }

  private static List<String> decisions(Asked one) {
    return product
        .tables()
        .texts("select channel from approval_decision where task_key = " + one.task());
  }

  /** What the phone shows of that card, and of no other; empty when it has not come. */
  private static String onPhone(String task) {
    var page = simulator().get("/staff/li.qiang").body();
    return Arrays.stream(page.split("<div class=\"box tcard\""))
        .skip(1)
        .filter(card -> card.contains("data-task=\"" + task + "\""))
        .findFirst()
        .orElse("");
  }

  private static void press(String task, String key) {
    var form = ("taskId=" + task + "&key=" + key).getBytes(StandardCharsets.UTF_8);
    var kind = Map.of("Content-Type", "application/x-www-form-urlencoded");
    assertThat(simulator().post("/staff/li.qiang/press", form, kind).statusCode()).isEqualTo(303);
  }

  private static Http simulator() {
    return new Http(product.simulatorPort());
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    var results = new ArrayList<T>();
    try (var threads = Executors.newFixedThreadPool(times)) {
      for (Future<T> done : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
        results.add(done.get());
      }
    }
    return results;
  }
}
