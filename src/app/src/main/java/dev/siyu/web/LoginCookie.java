package dev.siyu.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Ties a login inside WeCom to the browser that began it. By https its name begins with {@code
 * __Host-}: then browsers take it from this very host only, and nobody else can plant it.
 */
record LoginCookie(boolean secure) {

  private static final String NAME = "SIYU_WECOM_LOGIN";

  String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  @Nullable String of(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name());
    return cookie == null ? null : cookie.getValue();
  }

  /** Lax: WeCom's answer is a visit from another site, and has to bring it. */
  String set(String browser) {
    return ResponseCookie.from(name(), browser)
        .path(secure ? "/" : "/api/wecom-login")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(LoginStates.LIFE)
        .build()
        .toString();
  }
}
