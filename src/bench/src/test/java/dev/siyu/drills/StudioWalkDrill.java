package dev.siyu.drills;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a journey, walked by two people in the browser of the real product: drawn from
 * the palette, mended, rehearsed, launched, tried on a part that leaves, stopped by the guard,
 * corrected, compared, running customers moved, for all. Pictures of every station, in both
 * languages, lie in {@code target/walk}.
 */
class StudioWalkDrill {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration REHEARSAL_LIMIT = Duration.ofMinutes(30);
  private static final String JOURNEY = "studio-walk";

  /** More than the limits let the system decide alone, so that a person has to approve. */
  private static final int KNOWN_CUSTOMERS = 600;

  private static final int NEW_CUSTOMERS = 300;
  private static final int REHEARSED_CUSTOMERS = 5;

  private static final Pattern ASKED = Pattern.compile(".*/launches/\\d+$");

  private static Product product;
  private static StudioFacts facts;
  private static Studio studio;
  private static Page page;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(Studio.CHROMIUM),
        "skipped, because there is no Chromium at " + Studio.CHROMIUM + " (set CHROMIUM)");
    product =
        new Product(
            home,
            "--siyu.launches.window=PT1H",
            "--siyu.launches.check-every=PT1M",
            "--siyu.launches.minimum-sample=20");
    product.start();
    facts = new StudioFacts(product, JOURNEY);
    var pictures =
        Files.createDirectories(
            Path.of(System.getProperty("siyu.root", "../.."), "target", "walk"));
    studio = new Studio(product.webPort(), pictures);
    page = studio.logIn("ops");
  }

  @AfterAll
  static void stop() {
    if (studio != null) {
      studio.close();
    }
    if (product != null) {
      product.close();
    }
  }

  @Test
  void shouldWalkFromTheFirstPieceToAllCustomers() {
    // given
    facts.add("known", KNOWN_CUSTOMERS);

    // when it is drawn, mended, rehearsed and launched
    var first = drawn();
    rehearsed(first);
    int live = launchedForAll(first, "新客三日后问候一次");
    facts.add("walk", NEW_CUSTOMERS);
    Waiting.until("they are in it", LIMIT, () -> facts.running(live) >= NEW_CUSTOMERS);

    // and a worse one is tried on a part, whose customers leave
    long trial = asked(changed(first, "催 3 天"), "三天后催单", false);
    approve(trial);
    facts.awaitState(trial, "CANARY");
    facts.add("trial", NEW_CUSTOMERS);
    leave(trial);
    stopped(trial);

    // and corrected, compared, moved
    int corrected = launchedForAll(changed(first, "满 3 日"), "改回温和的问候");
    compared(live, corrected);
    moved(live, corrected);

    // then
    studio.open(page, "/launches");
    assertThat(page.locator("table.rows")).isVisible();
    studio.photograph(page, "all-launches");
    assertThat(studio.complaints()).as("errors in the browser").isEmpty();
  }

  /** From the palette, with findings that the modeler mends. */
  private static String drawn() {
    studio.open(page, "/modeler");
    Studio.button(page, "新建");
    page.locator(".djs-palette").waitFor();
    studio.photograph(page, "new-journey");
    Studio.checked(page, () -> Studio.upload(page, blank()));
    page.locator("[data-element-id=start_Added]").first().waitFor();
    Studio.place(page, "wait-days");
    Studio.place(page, "send-message");
    var mend =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修正").setExact(true));
    assertThat(mend.first()).isVisible();
    studio.photograph(page, "findings");
    int mended = 0;
    while (mend.count() > 0 && mended < 10) {
      Studio.mend(page, mend.first());
      mended++;
    }
    studio.photograph(page, "mended");
    assertThat(mended).as("findings mended by a press").isBetween(2, 9);
    var xml = Studio.download(page);
    assertThat(facts.errors(xml)).isEmpty();
    return xml;
  }

  /** Nothing but a start: whoever adds a member comes in. */
  private static String blank() {
    try (var found = StudioWalkDrill.class.getResourceAsStream("/studio-walk.bpmn")) {
      return new String(Objects.requireNonNull(found).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the modeler, on customers of December 2010. */
  private static void rehearsed(String xml) {
    Studio.button(page, "排练");
    page.getByLabel("最多客户数").fill(String.valueOf(REHEARSED_CUSTOMERS));
    page.getByLabel("最多客户数").press("Tab");
    Studio.button(page, "排入队列");
    page.waitForURL("**/rehearsals");
    studio.photograph(page, "rehearsal-asked");
    long id = product.api().get("/api/rehearsals").get(0).path("id").asLong();
    Waiting.until(
        "rehearsal " + id + " has ended, see " + product.log(),
        REHEARSAL_LIMIT,
        () ->
            !List.of("QUEUED", "RUNNING").contains(facts.rehearsal(id).path("state").asString("")));
    assertThat(facts.rehearsal(id).path("state").asString(""))
        .as("%s", facts.rehearsal(id))
        .isEqualTo("DONE");
    studio.open(page, "/rehearsals/" + id);
    assertThat(page.locator(".djs-container").first()).isVisible();
    studio.photograph(page, "rehearsal");

    // then the form of a launch shows it for exactly this drawing, and for no other
    studio.open(page, "/launches/new");
    Studio.upload(page, changed(xml, "等 3 天"));
    assertThat(page.getByText("这张图还没有排练过。")).isVisible();
    Studio.upload(page, xml);
    assertThat(page.locator("a[href='/rehearsals/" + id + "']").first()).isVisible();
  }

  private static String changed(String xml, String wait) {
    var other = xml.replace("name=\"满 3 天\"", "name=\"" + wait + "\"");
    assertThat(other).as("it has the wait of the palette").isNotEqualTo(xml);
    return other;
  }

  /** The version that is live then. */
  private static int launchedForAll(String xml, String comment) {
    long id = asked(xml, comment, true);
    approve(id);
    facts.awaitState(id, "ALL");
    studio.open(page, "/launches/" + id);
    assertThat(page.getByText("已对全部客户生效").first()).isVisible();
    studio.photograph(page, "launched");
    return facts.launch(id).path("version").asInt();
  }

  private static long asked(String xml, String comment, boolean all) {
    assertThat(facts.errors(xml)).as("findings").isEmpty();
    studio.open(page, "/launches/new");
    Studio.upload(page, xml);
    page.locator("#launch-comment").fill(comment);
    if (all) {
      page.locator(".el-radio").filter(new Locator.FilterOptions().setHasText("全部客户")).click();
    }
    assertThat(page.getByText("最多触达").first()).isVisible();
    // what the browser itself would refuse says nothing anybody could read
    assertThat(page.locator("form:not([novalidate]) :invalid")).hasCount(0);
    Studio.button(page, "提交申请");
    var refused = page.locator("ul.bad[role=alert], .el-message--error");
    page.waitForCondition(
        () -> ASKED.matcher(page.url()).matches() || refused.count() > 0,
        new Page.WaitForConditionOptions().setTimeout(60_000));
    assertThat(page.url()).as("%s", refused.allInnerTexts()).matches(ASKED);
    assertThat(page.getByText("等待审批").first()).isVisible();
    studio.photograph(page, "launch-asked");
    return Long.parseLong(page.url().substring(page.url().lastIndexOf('/') + 1));
  }

  /** By somebody else: whoever asked is refused. */
  private static void approve(long launch) {
    Waiting.until(
        "launch " + launch + " is before people",
        LIMIT,
        () -> !facts.launch(launch).path("approvalId").asString("").isEmpty());
    var approval = facts.launch(launch).path("approvalId").asString("");
    var person =
        Waiting.found(
            "somebody may decide " + approval,
            LIMIT,
            () ->
                List.of("manager", "ecom", "store", "boss").stream()
                    .filter(name -> todo(new Signer(product.webPort(), name), approval))
                    .findFirst());
    var signer = new Signer(product.webPort(), person);
    var seen = signer.get("/api/approvals/" + approval);
    var task = seen.path("todo").path(0).path("key").asString("");
    var hash = seen.path("hash").asString("");
    var own = new Signer(product.webPort(), "ops").decide(approval, task, "APPROVE", hash);
    assertThat(own.status()).as("the own request: %s", own).isGreaterThanOrEqualTo(400);
    var other = studio.logIn(person);
    studio.open(other, "/approvals/" + approval);
    assertThat(other.getByText(approval).first()).isVisible();
    studio.photograph(other, "approval-of-" + person);
    var answer = signer.decide(approval, task, "APPROVE", hash);
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    other.context().close();
  }

  private static boolean todo(Signer person, String approval) {
    return !person.get("/api/approvals/" + approval).path("todo").isEmpty();
  }

  /** Everybody of the trial deletes the member; nobody of the others does. */
  private static void leave(long launch) {
    Waiting.until("the newcomers are divided", LIMIT, () -> facts.entered(launch) >= NEW_CUSTOMERS);
    var gone = facts.canary(launch);
    assertThat(gone).as("about a tenth").hasSizeBetween(10, 70);
    product
        .outside()
        .tell(
            "/sim/wecom/leaves",
            gone.stream()
                .map(who -> "{\"externalUserId\":\"%s\",\"staffUserId\":\"li.na\"}".formatted(who))
                .collect(Collectors.joining(",", "[", "]")));
    Waiting.until("all have left", LIMIT, () -> product.outside().undelivered() == 0);
    product.api().post("/api/clock/advance", "{\"by\":\"PT95M\"}");
  }

  /** By the guard, which says why. */
  private static void stopped(long launch) {
    facts.awaitState(launch, "STOPPED");
    studio.open(page, "/launches/" + launch);
    assertThat(page.getByText("已停止").first()).isVisible();
    assertThat(page.getByText("删除好友率变差").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    studio.photograph(page, "stopped-by-the-guard");
  }

  private static void compared(int before, int after) {
    studio.open(page, "/journeys/%s/versions?before=%d&after=%d".formatted(JOURNEY, before, after));
    assertThat(page.locator(".diff-changed").first())
        .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(60_000));
    studio.photograph(page, "difference");
  }

  private static void moved(int from, int to) {
    long there = facts.running(from);
    assertThat(there).as("customers to move").isGreaterThanOrEqualTo(NEW_CUSTOMERS);
    studio.open(page, "/journeys/%s/moves?from=%d&to=%d".formatted(JOURNEY, from, to));
    page.locator("form.begin input").fill("文案修正后一起走新版本");
    studio.photograph(page, "mapping");
    page.locator("form.begin button[type=submit]").click();
    Waiting.until(
        "nobody is left in version " + from + ", see " + product.log(),
        LIMIT,
        () -> facts.running(from) == 0);
    Waiting.until("all of them are in version " + to, LIMIT, () -> facts.running(to) >= there);
    var run = product.api().get("/api/journeys/" + JOURNEY + "/moves").path("items").path(0);
    assertThat(run.at("/progress/left").asLong()).as("%s", run).isZero();
    studio.open(page, "/journeys/%s/moves?from=%d&to=%d".formatted(JOURNEY, from, to));
    page.locator("ul.runs").waitFor();
    studio.photograph(page, "moved");
  }
}
