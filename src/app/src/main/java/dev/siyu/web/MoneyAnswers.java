package dev.siyu.web;

import dev.siyu.attribution.AttributionRefused;
import dev.siyu.ledger.LedgerRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What attribution and the ledger refuse, as answers with their codes. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class MoneyAnswers {

  @ExceptionHandler
  ResponseEntity<ApiError> refused(AttributionRefused refused, HttpServletRequest request) {
    return conflict(refused.code(), String.valueOf(refused.getMessage()), request);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(LedgerRefused refused, HttpServletRequest request) {
    return conflict(refused.code(), String.valueOf(refused.getMessage()), request);
  }

  private static ResponseEntity<ApiError> conflict(
      String code, String details, HttpServletRequest request) {
    var message = ApiError.english(request) ? "This cannot be done" : "无法完成此操作";
    return ResponseEntity.status(HttpStatus.CONFLICT).body(new ApiError(code, message, details));
  }
}
