package dev.siyu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import dev.siyu.customers.CustomerId;
import dev.siyu.orders.CouponBook.End;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CouponBookTest {

  private static final Instant T = Instant.parse("2026-12-01T03:00:00Z");

  @Test
  void shouldKeepAUseInWhateverOrderUseAndExpiryAreTold() {
    try (var database = TestDatabase.fresh()) {
      var book = new JdbcCouponBook(database.jdbc());
      // when
      end(book, "A", End.USED, null);
      end(book, "A", End.USED, "o-1");
      end(book, "A", End.EXPIRED, null);
      end(book, "B", End.EXPIRED, null);
      end(book, "B", End.USED, "o-2");
      end(book, "C", End.EXPIRED, null);
      end(book, "C", End.EXPIRED, null);
      // then
      assertThat(
              database
                  .jdbc()
                  .sql("SELECT concat_ws(' ', code, how, order_id) FROM coupon_end ORDER BY code")
                  .query(String.class)
                  .list())
          .containsExactly("A USED o-1", "B USED o-2", "C EXPIRED");
    }
  }

  private static void end(CouponBook book, String code, End how, @Nullable String order) {
    book.ended("mall", code, new CustomerId("C1"), how, order, T);
  }
}
