package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of the quotas of mass sends (群发额度), as the contact rules count them. */
public interface Quotas {

  /** The span a quota is counted over: 24 h, 7 days, or the company's calendar month. */
  enum Span {
    DAY,
    WEEK,
    MONTH
  }

  /**
   * One quota of one customer.
   *
   * @param made what counts against it now
   * @param forImportant of what is left, kept for important messages
   * @param forNormal kept for normal ones beside that
   * @param freeAt when one more may go, as far as this quota is concerned
   */
  record Quota(Span span, int most, int made, int forImportant, int forNormal, Instant freeAt) {

    public int left() {
      return Math.max(0, most - made);
    }
  }

  /**
   * @param mayGo for each priority the moment from which the quotas let a message go
   */
  record OfCustomer(List<Quota> quotas, Map<Priority, Instant> mayGo) {}

  /**
   * The customers of one staff member, by what may still be sent to them now.
   *
   * @param important customers whom an important message may reach now; normal, minor: alike
   * @param toldToday customers who got this member's message of today, or have it waiting
   * @param nextAt when the next customer who is out of quota is free again; null: nobody is out
   */
  record OfMember(
      String staffUserId,
      int customers,
      int important,
      int normal,
      int minor,
      int toldToday,
      @Nullable Instant nextAt) {}

  /** Empty quotas are those of a customer to whom nothing was sent. */
  OfCustomer of(CustomerId customer);

  List<OfMember> members();
}
