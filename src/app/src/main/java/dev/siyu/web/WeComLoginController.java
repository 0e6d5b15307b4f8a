package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.approvals.ConsoleAddress;
import dev.siyu.calls.CallResult;
import dev.siyu.web.LoginThrottle.Step;
import dev.siyu.wecom.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Login inside WeCom: links on cards lead here, WeCom says who opened them, the page opens. */
@RestController
class WeComLoginController {

  private static final Logger log = LoggerFactory.getLogger(WeComLoginController.class);
  private static final String BEGIN = "/api/wecom-login";
  private static final String BACK = "/api/wecom-login/back";

  /** WeCom: doc 91022. */
  private static final int LONGEST_CODE = 512;

  /** A path of ours: never another host, which {@code //host} and {@code /\host} would be. */
  private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,500}");

  private final WebLogin weCom;
  private final LoginStates states;
  private final LoginThrottle throttle;
  private final People people;
  private final SignIn signIn;
  private final WebSettings.Basics basics;
  private final ConsoleAddress console;
  private final LoginCookie cookie;

  WeComLoginController(
      WebLogin weCom,
      LoginStates states,
      LoginThrottle throttle,
      People people,
      SignIn signIn,
      WebSettings settings,
      WebSettings.Basics basics,
      ConsoleAddress console) {
    this.weCom = weCom;
    this.states = states;
    this.throttle = throttle;
    this.people = people;
    this.signIn = signIn;
    this.basics = basics;
    this.console = console;
    this.cookie = new LoginCookie(settings.secure());
  }

  /**
   * Switched off or outside WeCom, the page asks for name and password.
   *
   * @param moved whether the browser was sent here from another host of ours; once is enough
   */
  @GetMapping(BEGIN)
  ResponseEntity<Void> begin(
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "false") boolean moved,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
      HttpServletRequest request) {
    if (!OWN.matcher(next).matches()) {
      throw Problem.BAD_INPUT.failure("next (expected: a path of this site, e.g. /a/A1)");
    }
    if (!weCom.isOn() || !leadsSomewhere(agent)) {
      return to("/login?next=" + encoded(next));
    }
    // the cookie belongs to the host WeCom leads back to
    if (!moved && !console.isAt(request.getServerName())) {
      return to(console.page(BEGIN + "?moved=true&next=" + encoded(next)).toString());
    }
    if (!throttle.mayTry(Step.BEGUN, request.getRemoteAddr())) {
      return tooMany(request, next);
    }
    var begun = states.begin(cookie.of(request), next);
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(weCom.authorize(console.page(BACK), begun.state()))
        .header(HttpHeaders.SET_COOKIE, cookie.set(begun.browser()))
        .build();
  }

  @GetMapping(BACK)
  ResponseEntity<Void> back(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      HttpServletRequest request,
      HttpServletResponse response) {
    var known = states.use(state, cookie.of(request));
    if (known.isEmpty()) {
      log.info(
          "{} login inside WeCom refused: state unknown, used, too old or of another browser; the"
              + " login page says so",
          LoginRefusal.FOREIGN_STATE.code);
      return to("/login?problem=" + LoginRefusal.FOREIGN_STATE.code);
    }
    var next = known.get();
    if (code.isBlank() || code.length() > LONGEST_CODE) {
      return refused(LoginRefusal.NO_MEMBER, "code of " + code.length() + " characters", next);
    }
    if (!throttle.mayTry(Step.ANSWERED, request.getRemoteAddr())) {
      return tooMany(request, next);
    }
    return switch (weCom.member(code)) {
      case CallResult.Ok<String> ok -> enter(ok.value(), next, request, response);
      case CallResult.Declined<String> no -> refused(LoginRefusal.NO_MEMBER, no.code(), next);
      case CallResult.Retryable<String> later ->
          refused(LoginRefusal.UNREACHABLE, later.reason(), next);
      case CallResult.Unknown<String> none ->
          refused(LoginRefusal.UNREACHABLE, none.reason(), next);
      case CallResult.Broken<String> bad ->
          refused(LoginRefusal.UNREACHABLE, bad.code() + " " + bad.reason(), next);
    };
  }

  private ResponseEntity<Void> enter(
      String userId, String next, HttpServletRequest request, HttpServletResponse response) {
    throttle.succeeded(request.getRemoteAddr());
    var person = people.withWeCom(userId);
    if (person.isEmpty()) {
      return refused(LoginRefusal.NO_ACCOUNT, userId + " is nobody's WeCom account", next);
    }
    if (person.filter(Person::enabled).isEmpty()) {
      return refused(LoginRefusal.DISABLED, person.get().name() + " is disabled", next);
    }
    signIn.begin(person.get(), new ByWeCom(userId), request, response);
    log.info("{} is signed in by WeCom as {}; next is their page", userId, person.get().name());
    return to(next);
  }

  /** The real WeCom answers its own web view only; the simulated one asks who it is. */
  private boolean leadsSomewhere(String agent) {
    return basics.sample() || agent.toLowerCase(Locale.ROOT).contains("wxwork");
  }

  private static ResponseEntity<Void> tooMany(HttpServletRequest request, String next) {
    return refused(LoginRefusal.TOO_MANY, "too many from " + request.getRemoteAddr(), next);
  }

  /** The login page keeps where the person was going. */
  private static ResponseEntity<Void> refused(LoginRefusal why, String details, String next) {
    log.info("{} login inside WeCom refused: {}; the login page says so", why.code, details);
    return to("/login?problem=" + why.code + "&next=" + encoded(next));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Without a host: the browser stays where it is. */
  private static ResponseEntity<Void> to(String place) {
    return ResponseEntity.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, place).build();
  }
}
