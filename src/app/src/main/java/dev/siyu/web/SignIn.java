package dev.siyu.web;

import dev.siyu.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins the session of somebody who proved who they are, in whatever way. */
@Component
class SignIn {

  private final StillWelcome stillWelcome;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SignIn(StillWelcome stillWelcome) {
    this.stillWelcome = stillWelcome;
  }

  void begin(
      Person person, ByWeCom weCom, HttpServletRequest request, HttpServletResponse response) {
    var roles = person.roles().stream().map(role -> "ROLE_" + role.name()).toList();
    var who =
        UsernamePasswordAuthenticationToken.authenticated(
            person.name(), null, AuthorityUtils.createAuthorityList(roles));
    who.setDetails(weCom);
    begin(who, request, response);
  }

  void begin(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    stillWelcome.forget(who.getName());
    // a session made before the login must not know its id afterwards (session fixation)
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
