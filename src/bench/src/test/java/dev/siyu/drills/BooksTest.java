package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BooksTest {

  @Test
  void shouldCountDecembersNewCustomersToTheCent() {
    // when
    Books books = Books.read(null);
    // then
    assertThat(books.customers()).hasSize(885);
    assertThat(books.orders()).hasSize(1917);
    assertThat(Books.cents(books.orders())).isEqualTo(84_895_158);
    assertThat(books.refunds()).hasSize(393);
    assertThat(Books.cents(books.refunds())).isEqualTo(2_309_431);
  }
}
