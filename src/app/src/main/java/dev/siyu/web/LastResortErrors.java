package dev.siyu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for errors outside every controller, e.g. of the container itself. */
@RestController
class LastResortErrors implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ApiError> error(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var problem = ErrorAnswers.problem(status instanceof Integer code ? code : 404);
    return ResponseEntity.status(problem.status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(ApiError.of(problem, null, request));
  }
}
