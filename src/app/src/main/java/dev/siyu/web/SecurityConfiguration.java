package dev.siyu.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.siyu.access.People;
import dev.siyu.access.Person;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebSettings.class, WebSettings.Basics.class})
class SecurityConfiguration {

  /** Callbacks prove themselves by signature: no session, no login, no CSRF token. */
  @Bean
  @Order(1)
  SecurityFilterChain callbackSecurity(HttpSecurity http) {
    return http.securityMatcher("/callbacks/**")
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain consoleSecurity(
      HttpSecurity http, StillWelcome stillWelcome, CookieCsrfTokenRepository csrfTokens) {
    // no attribute name: the token is made, and its cookie set, with the first answer
    var plain = new HeaderOnly();
    plain.setCsrfRequestAttributeName(null);
    return http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).csrfTokenRequestHandler(plain))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            ApiError.write(Problem.NOT_SIGNED_IN, request, response))
                    .accessDeniedHandler((request, response, e) -> denied(e, request, response)))
        .addFilterBefore(stillWelcome, AuthorizationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::permissions)
        .build();
  }

  /** Never looks for the token among the parameters: that would read an upload before the login. */
  private static final class HeaderOnly extends CsrfTokenRequestAttributeHandler {
    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
      return request.getHeader(token.getHeaderName());
    }
  }

  private static void permissions(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    for (var row : Permissions.values()) {
      var matched = requests.requestMatchers(row.method, row.path);
      if (row.roles.isEmpty()) {
        matched.permitAll();
      } else {
        matched.hasAnyRole(row.roleNames());
      }
    }
    requests
        .requestMatchers("/api/**")
        .denyAll()
        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasRole("ADMIN")
        .requestMatchers(HttpMethod.GET, "/**")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  private static void denied(
      Exception error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problem = error instanceof CsrfException ? Problem.STALE_PAGE : Problem.FORBIDDEN;
    ApiError.write(problem, request, response);
  }

  @Bean
  CookieCsrfTokenRepository csrfTokens(WebSettings settings) {
    var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(
        cookie -> {
          cookie.sameSite("Strict").path("/");
          if (settings.secure()) {
            cookie.secure(true);
          }
        });
    return tokens;
  }

  @Bean
  Ticker realTime() {
    return Ticker.systemTicker();
  }

  @Bean
  StillWelcome stillWelcome(People people, WebSettings settings, Ticker ticker) {
    return new StillWelcome(people, settings, ticker);
  }

  @Bean
  LoginStates loginStates(Ticker ticker) {
    return new LoginStates(ticker);
  }

  @Bean
  LoginThrottle loginThrottle(WebSettings settings, Ticker ticker) {
    return new LoginThrottle(settings, ticker);
  }

  @Bean
  AuthenticationManager authenticationManager(People people, PasswordEncoder encoder) {
    var provider = new DaoAuthenticationProvider(name -> user(people, name));
    provider.setPasswordEncoder(encoder);
    return new ProviderManager(provider);
  }

  private static UserDetails user(People people, String name) {
    Person person =
        people.find(name).orElseThrow(() -> new UsernameNotFoundException("no such person"));
    return User.withUsername(person.name())
        .password(person.passwordHash())
        .roles(person.roles().stream().map(Enum::name).toArray(String[]::new))
        .disabled(!person.enabled())
        .build();
  }
}
