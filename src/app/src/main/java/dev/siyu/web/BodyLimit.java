package dev.siyu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away JSON nobody sends in earnest, unread; uploads of files have their own limit. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

  private static final long LARGEST_BYTES = 4_000_000;
  private static final Pattern ATTACHMENTS = Pattern.compile("/api/approvals/[^/]+/attachments");
  private static final Set<String> UPLOADS = Set.of("/api/replay", "/api/media");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return !request.getRequestURI().startsWith("/api/")
        || (type != null
            && type.startsWith("multipart/")
            && (UPLOADS.contains(request.getRequestURI())
                || ATTACHMENTS.matcher(request.getRequestURI()).matches()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean lengthUnknown = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    if (lengthUnknown || request.getContentLengthLong() > LARGEST_BYTES) {
      ApiError.write(Problem.TOO_LARGE, request, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
