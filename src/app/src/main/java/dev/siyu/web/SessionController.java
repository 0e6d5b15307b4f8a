package dev.siyu.web;

import dev.siyu.access.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Login, logout, who am I. */
@RestController
class SessionController {

  record Login(@NotNull String name, @NotNull String password) {}

  record NewPassword(@NotNull String old, @NotNull String fresh) {}

  record Me(
      String name,
      String displayName,
      String department,
      List<String> roles,
      boolean mustChangePassword,
      String mode,
      String zone) {}

  private final AuthenticationManager authentication;
  private final People people;
  private final PasswordEncoder encoder;
  private final LoginThrottle throttle;
  private final StillWelcome stillWelcome;
  private final SignIn signIn;
  private final WebSettings.Basics basics;

  SessionController(
      AuthenticationManager authentication,
      People people,
      PasswordEncoder encoder,
      LoginThrottle throttle,
      StillWelcome stillWelcome,
      SignIn signIn,
      WebSettings.Basics basics) {
    this.authentication = authentication;
    this.people = people;
    this.encoder = encoder;
    this.throttle = throttle;
    this.stillWelcome = stillWelcome;
    this.signIn = signIn;
    this.basics = basics;
  }

  @PostMapping("/api/login")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void login(
      @Valid @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    var who = authenticate(login.name(), login.password(), request);
    signIn.begin(who, request, response);
  }

  @PostMapping("/api/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    new SecurityContextLogoutHandler().logout(request, response, authentication);
    var cookie = request.getServletContext().getSessionCookieConfig().getName();
    new CookieClearingLogoutHandler(cookie, "XSRF-TOKEN").logout(request, response, authentication);
  }

  @GetMapping("/api/me")
  Me me(Authentication who, HttpServletRequest request) {
    var person = people.find(who.getName()).orElseThrow(Problem.NOT_SIGNED_IN::failure);
    return new Me(
        person.name(),
        ApiError.english(request) ? person.displayNameEn() : person.displayNameZh(),
        person.department(),
        person.roles().stream().map(Enum::name).sorted().toList(),
        person.mustChangePassword() && !ByWeCom.opened(who),
        basics.mode(),
        basics.zone().getId());
  }

  @PostMapping("/api/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @Valid @RequestBody NewPassword change, Authentication who, HttpServletRequest request) {
    authenticate(who.getName(), change.old(), request);
    var hash = Passwords.hash(encoder, change.fresh());
    people.setPassword(who.getName(), hash, false);
    stillWelcome.forget(who.getName());
  }

  private Authentication authenticate(String name, String password, HttpServletRequest request) {
    if (name.length() > 40 || password.length() > Passwords.LONGEST) {
      throw Problem.BAD_CREDENTIALS.failure();
    }
    if (!throttle.mayTry(name, request.getRemoteAddr())) {
      throw Problem.TOO_MANY_LOGINS.failure();
    }
    try {
      var token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
      var who = authentication.authenticate(token);
      throttle.succeeded(name, request.getRemoteAddr());
      return who;
    } catch (AuthenticationException wrong) {
      throw Problem.BAD_CREDENTIALS.failure();
    }
  }
}
