package dev.siyu.drills;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person in front of the real product: real broker, database, simulators and browser. */
class ConsoleIT {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
  private static final int CUSTOMERS = 5;

  private static Product product;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void replayAFewCustomers(@TempDir Path home) {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "skipped, because there is no Chromium at " + CHROMIUM + " (set CHROMIUM)");
    product = new Product(home);
    product.start();
    new ReplayRun(product).through(CUSTOMERS, Duration.ofMinutes(4));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  @AfterAll
  static void endEverything() {
    if (playwright != null) {
      playwright.close();
    }
    if (product != null) {
      product.close();
    }
  }

  @BeforeEach
  void logIn() {
    page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")).newPage();
    page.onPageError(complaints::add);
    page.navigate(at("/"));
    page.locator("#name").fill("ops");
    page.locator("#password").fill("siyu");
    page.locator("form button[type=submit]").click();
    // a machine of two cores runs broker, database, product and browser meanwhile
    setDefaultAssertionTimeout(30_000);
    assertThat(page.getByRole(AriaRole.HEADING, heading("总览"))).isVisible();
  }

  @Test
  void shouldShowWhatTheReplayDid() {
    // then the start page tells the whole course
    assertThat(page.getByText("已完成").first()).isVisible();
    assertThat(page.getByText("首单转化").first()).isVisible();

    // when English is chosen
    page.getByText("English").click();

    // then
    assertThat(page.getByRole(AriaRole.HEADING, heading("Overview"))).isVisible();
    assertThat(complaints).as("errors in the browser").isEmpty();
  }

  @Test
  void shouldShowCountsOnTheDiagramAndOneCustomersTimeline() {
    // when
    page.navigate(at("/journeys/seed-user-intake"));

    // then every customer passed the start
    assertThat(page.locator(".bjs-container .djs-overlay").first()).isVisible();
    assertThat(page.locator(".bjs-powered-by")).isVisible();

    // when a customer is opened
    page.navigate(at("/customers"));
    page.locator("a[href^='/customers/C']").first().click();

    // then
    assertThat(page.getByText("下单付款").first()).isVisible();
    assertThat(page.getByText("添加了导购的企业微信").first()).isVisible();
    assertThat(complaints).as("errors in the browser").isEmpty();
  }

  @Test
  void shouldOpenADrawingInTheModelerAndRefuseAForeignJobType() {
    // when
    page.navigate(at("/modeler?open=seed-user-intake"));

    // then
    assertThat(page.locator(".bjs-powered-by").first()).isVisible();

    // when a drawing with a job type nobody works on is deployed
    var drawing = product.api().get("/api/drawings/seed-user-intake").path("xml").asString("");
    var foreign = drawing.replace("type=\"mark-tags\"", "type=\"rm-rf\"");
    assertThat(foreign).isNotEqualTo(drawing);
    var findings =
        product
            .api()
            .post(
                "/api/drawings/check",
                tools.jackson.databind.json.JsonMapper.shared()
                    .writeValueAsString(Map.of("xml", foreign)))
            .path("findings");

    // then
    assertThat(findings.size()).isPositive();
    assertThat(complaints).as("errors in the browser").isEmpty();
  }

  /** S2: what a drawing says is shown as text; nothing of it runs. */
  @Test
  void shouldRunNoScriptOfAHostileDrawing() {
    // given
    page.navigate(at("/modeler?open=seed-user-intake"));
    assertThat(page.locator(".djs-shape").first()).isVisible();
    page.evaluate("() => { window.hacked = 0; }");
    var sound = product.api().get("/api/drawings/seed-user-intake").path("xml").asString("");
    var scripts =
        List.of(
            "<img src=x onerror=window.hacked=1>",
            "<svg onload=window.hacked=1>",
            "\"><script>window.hacked=1</script>");

    page.onDialog(com.microsoft.playwright.Dialog::accept); // what was drawn before is left

    for (var script : scripts) {
      // when
      var hostile = sound.replace("name=\"沉睡\"", "name=\"" + escaped(script) + "\"");
      assertThat(hostile).as("the drawing has an end of that name").isNotEqualTo(sound);
      page.locator("input[type=file]")
          .setInputFiles(
              new com.microsoft.playwright.options.FilePayload(
                  "hostile.bpmn",
                  "application/xml",
                  hostile.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

      // then it stands there as it was written; lines are broken anywhere
      page.waitForFunction(
          """
          said => [...document.querySelectorAll('[data-element-id^=end_Dormant]')]
            .some(one => one.textContent.replace(/\\s/g, '') === said.replace(/\\s/g, ''))
          """,
          script);
      page.locator("[data-element-id=end_Dormant]").first().click();
      assertThat(page.locator("[data-element-id=end_Dormant]").first()).isVisible();
      assertThat(page.evaluate("() => window.hacked")).as(script).isEqualTo(0);
    }
    assertThat(complaints).as("errors in the browser").isEmpty();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String at(String path) {
    return "http://127.0.0.1:" + product.webPort() + path;
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
