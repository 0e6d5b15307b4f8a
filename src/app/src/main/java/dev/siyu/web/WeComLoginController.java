package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Login inside WeCom: links on cards lead here, WeCom says who opened them, the page opens. */
@RestController
class WeComLoginController {

  private static final Logger log = LoggerFactory.getLogger(WeComLoginController.class);
  private static final String BACK = "/api/wecom-login/back";
  private static final String COOKIE = "SIYU_WECOM_LOGIN";

  /** A path of ours: never another host, which {@code //host} and {@code /\host} would be. */
  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,500}");

  /** Why nobody was let in; the login page says it in words. */
  private enum Refusal {
    FOREIGN_STATE("SIYU-8115"),
    NO_ACCOUNT("SIYU-8116"),
    DISABLED("SIYU-8117"),
    NO_MEMBER("SIYU-8118"),
    UNREACHABLE("SIYU-8119");

    private final String code;

    Refusal(String code) {
      this.code = code;
    }
  }

  private final WebLogin weCom;
  private final LoginStates states;
  private final People people;
  private final SignIn signIn;
  private final WebSettings settings;
  private final URI console;

  WeComLoginController(
      WebLogin weCom,
      LoginStates states,
      People people,
      SignIn signIn,
      WebSettings settings,
      @Value("${siyu.approvals.console:http://localhost:8080}") URI console) {
    this.weCom = weCom;
    this.states = states;
    this.people = people;
    this.signIn = signIn;
    this.settings = settings;
    this.console = console;
  }

  /** Switched off, the page asks for name and password. */
  @GetMapping("/api/wecom-login")
  ResponseEntity<Void> begin(
      @RequestParam(defaultValue = "/") String next,
      @CookieValue(name = COOKIE, required = false) @Nullable String browser) {
    if (!OWN.matcher(next).matches()) {
      throw Problem.BAD_INPUT.failure("next (expected: a path of this site, e.g. /a/A1)");
    }
    if (!weCom.isOn()) {
      return to("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
    var begun = states.begin(browser, next);
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(weCom.authorize(console.resolve(BACK), begun.state()))
        .header(HttpHeaders.SET_COOKIE, cookie(begun.browser()))
        .build();
  }

  @GetMapping(BACK)
  ResponseEntity<Void> back(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      @CookieValue(name = COOKIE, required = false) @Nullable String browser,
      HttpServletRequest request,
      HttpServletResponse response) {
    var next = states.use(state, browser);
    if (next.isEmpty()) {
      return refused(Refusal.FOREIGN_STATE, "state unknown, used, too old or of another browser");
    }
    return switch (weCom.member(code)) {
      case CallResult.Ok<String> ok -> enter(ok.value(), next.get(), request, response);
      case CallResult.Declined<String> no -> refused(Refusal.NO_MEMBER, no.code());
      case CallResult.Retryable<String> later -> refused(Refusal.UNREACHABLE, later.reason());
      case CallResult.Unknown<String> none -> refused(Refusal.UNREACHABLE, none.reason());
      case CallResult.Broken<String> bad ->
          refused(Refusal.UNREACHABLE, bad.code() + " " + bad.reason());
    };
  }

  private ResponseEntity<Void> enter(
      String userId, String next, HttpServletRequest request, HttpServletResponse response) {
    var person = people.withWeCom(userId);
    if (person.isEmpty()) {
      return refused(Refusal.NO_ACCOUNT, userId + " is nobody's WeCom account");
    }
    if (person.filter(Person::enabled).isEmpty()) {
      return refused(Refusal.DISABLED, person.get().name() + " is disabled");
    }
    signIn.begin(person.get(), request, response);
    log.info("{} is signed in by WeCom as {}; next is their page", userId, person.get().name());
    return to(next);
  }

  private static ResponseEntity<Void> refused(Refusal why, String details) {
    log.info("{} login inside WeCom refused: {}; the login page says so", why.code, details);
    return to("/login?problem=" + why.code);
  }

  /** Without a host: the browser stays where it is. */
  private static ResponseEntity<Void> to(String path) {
    return ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, path).build();
  }

  /** Lax: WeCom's answer is a visit from another site, and has to bring it. */
  private String cookie(String browser) {
    return ResponseCookie.from(COOKIE, browser)
        .path("/api/wecom-login")
        .httpOnly(true)
        .secure(settings.secure())
        .sameSite("Lax")
        .maxAge(LoginStates.LIFE)
        .build()
        .toString();
  }
}
