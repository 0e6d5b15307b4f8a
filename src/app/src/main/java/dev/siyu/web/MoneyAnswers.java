package dev.siyu.web;

import dev.siyu.attribution.AttributionRefused;
import dev.siyu.closings.ClosingRefused;
import dev.siyu.disputes.DisputeRefused;
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

  @ExceptionHandler
  ResponseEntity<ApiError> refused(ClosingRefused refused, HttpServletRequest request) {
    return conflict(refused.code(), String.valueOf(refused.getMessage()), request);
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(DisputeRefused refused, HttpServletRequest request) {
    var english = ApiError.english(request);
    var status =
        switch (refused.why()) {
          case UNKNOWN -> HttpStatus.NOT_FOUND;
          case OPEN_ALREADY, CHANGED -> HttpStatus.CONFLICT;
          case BAD_INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var message =
        switch (refused.why()) {
          case UNKNOWN -> english ? "There is no such dispute or order" : "没有这个争议或订单";
          case OPEN_ALREADY ->
              english ? "Your department contests this order already" : "本部门对这张订单已有一个未结束的争议";
          case CHANGED -> english ? "The dispute went on meanwhile, reload" : "争议的状态已变化，请刷新后重试";
          case BAD_INPUT -> english ? "The input is not valid" : "输入有误";
        };
    return ResponseEntity.status(status)
        .body(new ApiError(refused.why().code(), message, String.valueOf(refused.getMessage())));
  }

  private static ResponseEntity<ApiError> conflict(
      String code, String details, HttpServletRequest request) {
    var message = ApiError.english(request) ? "This cannot be done" : "无法完成此操作";
    return ResponseEntity.status(HttpStatus.CONFLICT).body(new ApiError(code, message, details));
  }
}
