package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person who was disabled, removed or given other roles, and the one a WeCom
 * account opened that is theirs no more; holds everybody who came with a one-time password at the
 * door until it is changed.
 */
final class StillWelcome extends OncePerRequestFilter {

  private static final Set<String> BEFORE_CHANGE =
      Set.of(
          "/api/me",
          "/api/me/password",
          "/api/logout",
          "/api/public",
          "/api/login",
          "/api/wecom-login",
          "/api/wecom-login/back");

  private final People people;
  private final Cache<String, Optional<Person>> known;

  StillWelcome(People people, WebSettings settings, Ticker ticker) {
    this.people = people;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.personRecheck())
            .maximumSize(10_000)
            .ticker(ticker)
            .build();
  }

  /** Looks the person up anew at the next request, e.g. after a change of password. */
  void forget(String name) {
    known.invalidate(name);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Person> person;
    try {
      person = known.get(who.getName(), people::find);
    } catch (DataAccessException down) {
      ApiError.write(Problem.DATABASE_DOWN, request, response);
      return;
    }
    if (person.filter(p -> isWelcome(p, who)).isEmpty()) {
      showOut(request);
    } else if (person.get().mustChangePassword()
        && !ByWeCom.opened(who)
        && request.getRequestURI().startsWith("/api/")
        && !BEFORE_CHANGE.contains(request.getRequestURI())) {
      ApiError.write(Problem.CHANGE_PASSWORD, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static void showOut(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private static boolean isWelcome(Person person, Authentication who) {
    return person.enabled()
        && sameRoles(person, who)
        && ByWeCom.stillFits(who, person.wecomUserId());
  }

  private static boolean sameRoles(Person person, Authentication who) {
    var now = person.roles().stream().map(Role::name).map("ROLE_"::concat);
    var then = who.getAuthorities().stream().map(granted -> String.valueOf(granted.getAuthority()));
    return now.collect(Collectors.toSet())
        .equals(then.filter(a -> a.startsWith("ROLE_")).collect(Collectors.toSet()));
  }
}
