package dev.siyu.web;

import dev.siyu.approvals.ApprovalCalendar;
import dev.siyu.approvals.ApprovalCalendar.Change;
import dev.siyu.approvals.ApprovalCalendar.Day;
import dev.siyu.approvals.ApprovalCalendar.Wish;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Holidays and weekend days worked instead, per year. */
@RestController
class CalendarController {

  record Year(int year, List<Day> days, List<Change> changes) {}

  record ChangedDay(
      @NotNull LocalDate day, @Nullable Boolean works, @NotNull @Size(max = 20) String name) {}

  record ChangedDays(@NotNull @Size(min = 1, max = 366) List<@Valid ChangedDay> days) {}

  record Changed(int days) {}

  private final ApprovalCalendar calendar;

  CalendarController(ApprovalCalendar calendar) {
    this.calendar = calendar;
  }

  @GetMapping("/api/working-days")
  Year year(@RequestParam int year) {
    return new Year(year, calendar.year(year), calendar.changes(year));
  }

  @PostMapping("/api/working-days")
  Changed change(@Valid @RequestBody ChangedDays changed, Authentication who) {
    var wishes =
        changed.days().stream().map(one -> new Wish(one.day(), one.works(), one.name())).toList();
    return new Changed(calendar.change(wishes, who.getName()));
  }

  @ExceptionHandler
  ResponseEntity<ApiError> refused(
      ApprovalCalendar.DayRefused refused, HttpServletRequest request) {
    var message = ApiError.english(request) ? "These days cannot be so" : "不能这样设置";
    return ResponseEntity.unprocessableContent()
        .body(new ApiError(refused.code(), message, refused.getMessage()));
  }
}
