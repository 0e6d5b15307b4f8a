package dev.siyu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The body of every error of the web API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiError(String code, String message, @Nullable Object details) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static ApiError of(Problem problem, @Nullable Object details, HttpServletRequest request) {
    return new ApiError(problem.code, english(request) ? problem.en : problem.zh, details);
  }

  /** Writes the error where no controller is at work: in filters. */
  static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getOutputStream().write(JSON.writeValueAsBytes(of(problem, null, request)));
  }

  /** Chinese unless the browser asks for English first. */
  static boolean english(HttpServletRequest request) {
    return request.getHeader("Accept-Language") != null
        && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
