package dev.siyu.simulator.wecom;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** How many mass sends customers received lately: by member today, from all this month. */
final class Usage {

  private record OnDay(long day, int count) {}

  private record InMonth(int month, int count) {}

  private final Map<String, Map<String, OnDay>> byCustomerAndStaff = new HashMap<>();
  private final Map<String, InMonth> byCustomer = new HashMap<>();

  int onDay(String staffUserId, String customer, LocalDate day) {
    OnDay last = byCustomerAndStaff.getOrDefault(customer, Map.of()).get(staffUserId);
    return last == null || last.day() != day.toEpochDay() ? 0 : last.count();
  }

  int inMonth(String customer, LocalDate day) {
    InMonth last = byCustomer.get(customer);
    return last == null || last.month() != number(day) ? 0 : last.count();
  }

  void sent(String staffUserId, String customer, LocalDate day) {
    int today = onDay(staffUserId, customer, day) + 1;
    int month = inMonth(customer, day) + 1;
    byCustomerAndStaff
        .computeIfAbsent(customer, c -> new HashMap<>(2))
        .put(staffUserId, new OnDay(day.toEpochDay(), today));
    byCustomer.put(customer, new InMonth(number(day), month));
  }

  private static int number(LocalDate day) {
    return YearMonth.from(day).getYear() * 12 + day.getMonthValue();
  }
}
