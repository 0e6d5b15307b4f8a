package dev.siyu.drills;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * People in front of the studio, each in a browser of their own, photographed in both languages.
 */
final class Studio implements AutoCloseable {

  static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(CHROMIUM)
                  .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  private final List<String> complaints = new ArrayList<>();
  private final String base;
  private final Path pictures;
  private int station;

  Studio(int webPort, Path pictures) {
    this.base = "http://127.0.0.1:" + webPort;
    this.pictures = pictures;
    // a machine of two cores runs broker, database, product and browser meanwhile
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  /** Errors any page met. */
  List<String> complaints() {
    return complaints;
  }

  Page logIn(String person) {
    var page =
        browser
            .newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 1000))
            .newPage();
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onDialog(Dialog::accept); // the drawing is kept in a file, it may be left
    page.navigate(base + "/");
    page.locator("#name").fill(person);
    page.locator("#password").fill("siyu");
    page.waitForResponse(
        answer -> answer.url().endsWith("/api/login") && answer.ok(),
        () -> page.locator("form button[type=submit]").click());
    assertThat(page.locator("#password")).hasCount(0);
    assertThat(page.getByLabel("切换到英文")).isVisible();
    return page;
  }

  void open(Page page, String path) {
    page.navigate(base + path);
  }

  /** In Chinese, then in English, then it is Chinese again. */
  void photograph(Page page, String name) {
    station++;
    take(page, name, "zh");
    page.getByLabel("切换到英文").click();
    page.getByLabel("Switch to Chinese").waitFor();
    take(page, name, "en");
    page.getByLabel("Switch to Chinese").click();
    page.getByLabel("切换到英文").waitFor();
    ready(page);
  }

  /** The editor is made anew for another language; what was drawn moves along. */
  static void ready(Page page) {
    if (page.url().contains("/modeler")) {
      assertThat(page.locator(".modeler .cover")).hasCount(0);
      assertThat(page.locator(".djs-palette")).isVisible();
    }
    assertThat(page.getByText(Pattern.compile("^(正在检查…|Checking…)$"))).hasCount(0);
  }

  private void take(Page page, String name, String language) {
    ready(page);
    var file = "%02d-%s-%s.png".formatted(station, name, language);
    page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(file)).setFullPage(true));
  }

  /** Gives a drawing to the file field of the page. */
  static void upload(Page page, String xml) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("walk.bpmn", "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the modeler would hand on, as it stands now. */
  static String download(Page page) {
    var file = page.waitForDownload(() -> button(page, "下载 .bpmn"));
    try {
      return Files.readString(file.path());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Presses a button of exactly this name. */
  static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  /** Puts a ready piece behind what is selected and waits until it was looked at. */
  static void place(Page page, String piece) {
    checked(page, () -> page.locator("[data-piece='" + piece + "']").click());
  }

  /** Does what changes the drawing; the modeler asks by itself what is wrong with it now. */
  static void checked(Page page, Runnable act) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/api/drawings/check") && answer.ok(), act);
    ready(page);
  }

  /**
   * Presses a finding's mend button and answers its question, if it has one, by the first choice.
   */
  static void mend(Page page, Locator button) {
    var question = page.locator(".el-dialog:visible #mend-choice");
    checked(
        page,
        () -> {
          button.click();
          if (appears(question)) {
            question.click();
            page.locator(".el-select-dropdown__item:visible").first().click();
            page.locator(".el-dialog:visible .el-button--primary").click();
          }
        });
  }

  private static boolean appears(Locator question) {
    try {
      question.waitFor(new Locator.WaitForOptions().setTimeout(1_500));
      return true;
    } catch (TimeoutError nothingIsAsked) {
      return false;
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
