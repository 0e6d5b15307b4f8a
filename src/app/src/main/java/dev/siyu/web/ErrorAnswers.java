package dev.siyu.web;

import dev.siyu.engine.EngineRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever goes wrong behind a controller into the one error body. */
@RestControllerAdvice
class ErrorAnswers {

  private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

  @ExceptionHandler
  @Nullable ResponseEntity<ApiError> answer(Exception error, HttpServletRequest request) {
    return switch (error) {
      case AsyncRequestNotUsableException gone -> null;
      case ApiFailure failure -> of(failure.problem, failure.details, request);
      case EngineRefused refused -> {
        var failure = EngineAnswers.failure(refused);
        yield of(failure.problem, failure.details, request);
      }
      case MethodArgumentTypeMismatchException mismatch ->
          of(Problem.BAD_INPUT, mismatch.getName() + ": " + shown(mismatch.getValue()), request);
      case TypeMismatchException mismatch -> of(Problem.BAD_INPUT, null, request);
      case HttpMessageNotReadableException unreadable ->
          of(Problem.BAD_INPUT, "body: not the JSON this address expects", request);
      case MethodArgumentNotValidException invalid ->
          of(Problem.BAD_INPUT, fields(invalid), request);
      case ErrorResponse response -> of(problem(response.getStatusCode().value()), null, request);
      case DataAccessResourceFailureException down -> down(down, request);
      case CannotCreateTransactionException down -> down(down, request);
      case QueryTimeoutException slow -> down(slow, request);
      case DataAccessException other -> internal(other, request);
      default -> internal(error, request);
    };
  }

  static Problem problem(int status) {
    return switch (status) {
      case 401 -> Problem.NOT_SIGNED_IN;
      case 403 -> Problem.FORBIDDEN;
      case 404 -> Problem.NOT_FOUND;
      case 405 -> Problem.WRONG_METHOD;
      case 406 -> Problem.NOT_ACCEPTABLE;
      case 413 -> Problem.TOO_LARGE;
      case 415 -> Problem.WRONG_MEDIA;
      case 503 -> Problem.NOT_READY;
      default -> status >= 400 && status < 500 ? Problem.BAD_INPUT : Problem.INTERNAL;
    };
  }

  private static ResponseEntity<ApiError> of(
      Problem problem, @Nullable Object details, HttpServletRequest request) {
    return ResponseEntity.status(problem.status).body(ApiError.of(problem, details, request));
  }

  private static ResponseEntity<ApiError> down(Exception error, HttpServletRequest request) {
    log.warn(
        "{} {} answered 503, the console asks again: {}",
        request.getMethod(),
        request.getRequestURI(),
        error.getMessage());
    return of(Problem.DATABASE_DOWN, null, request);
  }

  /** The person gets a reference, the log gets the cause. */
  private static ResponseEntity<ApiError> internal(Exception error, HttpServletRequest request) {
    var reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("SIYU-5099 {}: {} failed", reference, request.getMethod(), error);
    return of(Problem.INTERNAL, reference, request);
  }

  private static List<String> fields(MethodArgumentNotValidException invalid) {
    return invalid.getFieldErrors().stream()
        .map(field -> field.getField() + ": " + field.getDefaultMessage())
        .toList();
  }

  private static String shown(@Nullable Object value) {
    var text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
