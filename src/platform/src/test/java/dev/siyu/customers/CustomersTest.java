package dev.siyu.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private static final Instant MONDAY = Instant.parse("2026-12-07T03:00:00Z");
  private static TestRooms rooms;
  private static Customers customers;

  @BeforeAll
  static void open() {
    rooms = TestRooms.open("customers");
    customers = rooms.get(Customers.class);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @Test
  void shouldKnowOnePersonOnceWhenManyAskAtTheSameTime() throws Exception {
    // given
    Callable<CustomerId> ask = () -> customers.byExternalUserId("wm-crowd");
    // when
    List<CustomerId> answers;
    try (var threads = Executors.newFixedThreadPool(16)) {
      answers =
          threads.invokeAll(java.util.Collections.nCopies(64, ask)).stream()
              .map(future -> future.resultNow())
              .distinct()
              .toList();
    }
    // then
    assertThat(answers).hasSize(1);
  }

  @Test
  void shouldMakeOneCustomerOfTwoWhenTheUnionIdMatches() {
    // given
    var mallOnly = customers.byUnionId("union-1");
    customers.livesInCountry(mallOnly, "France");
    var contact = customers.byExternalUserId("wm-1");
    // when
    var kept = customers.identified(contact, "王小明", "union-1");
    // then
    assertThat(kept).isEqualTo(contact);
    assertThat(customers.find(mallOnly)).as("the old id resolves").isEqualTo(customers.find(kept));
    assertThat(customers.byUnionId("union-1")).isEqualTo(kept);
    assertThat(customers.find(kept).orElseThrow().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(customers.identified(contact, "王小明", "union-1")).as("again").isEqualTo(kept);
  }

  @Test
  void shouldTellAReAddFromAFirstAdd() {
    // given
    var id = customers.byExternalUserId("wm-2");
    // when
    var first = customers.added(id, "li.na", "store", MONDAY);
    var repeated = customers.added(id, "li.na", "store", MONDAY);
    var noneLeft = customers.left(id, "li.na", MONDAY.plusSeconds(60));
    var again = customers.added(id, "li.na", "ads", MONDAY.plusSeconds(120));
    // then
    assertThat(List.of(first, repeated, noneLeft, again)).containsExactly(false, false, true, true);
    var customer = customers.find(id).orElseThrow();
    assertThat(customer.channel()).as("first channel").isEqualTo("store");
    assertThat(customer.addedAt()).isEqualTo(MONDAY);
    assertThat(customer.staffUserId()).isEqualTo("li.na");
  }

  @Test
  void shouldStayLeftWhenTheLeaveOvertookTheAdd() {
    // given
    var id = customers.byExternalUserId("wm-3");
    // when
    customers.left(id, "li.na", MONDAY.plusSeconds(60));
    customers.added(id, "li.na", "store", MONDAY);
    // then
    assertThat(customers.find(id).orElseThrow().staffUserId()).isNull();
  }

  @Test
  void shouldKeepOtherRelationsWhenOneEnds() {
    // given
    var id = customers.byExternalUserId("wm-4");
    customers.added(id, "li.na", "store", MONDAY);
    customers.added(id, "wang.fang", "ads", MONDAY.plusSeconds(1));
    // when
    var noneLeft = customers.left(id, "wang.fang", MONDAY.plusSeconds(60));
    // then
    assertThat(noneLeft).isFalse();
    assertThat(customers.find(id).orElseThrow().staffUserId()).isEqualTo("li.na");
  }

  @Test
  void shouldRecordAMoveOnce() {
    // given
    var id = customers.byExternalUserId("wm-5");
    // when
    customers.moveTo(id, Stage.SEED, MONDAY, "replied");
    customers.moveTo(id, Stage.SEED, MONDAY, "replied");
    customers.moveTo(id, Stage.FIRST_ORDER, MONDAY.plusSeconds(1), "paid");
    customers.moveTo(id, Stage.SEED, MONDAY, "replied");
    // then
    assertThat(customers.find(id).orElseThrow().stage()).isEqualTo(Stage.FIRST_ORDER);
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT stage FROM customer_stage WHERE customer_id = :id ORDER BY id")
                .param("id", id.value())
                .query(String.class)
                .list())
        .containsExactly("SEED", "FIRST_ORDER");
  }

  @Test
  void shouldCarryTagsOnce() {
    // given
    var id = customers.byExternalUserId("wm-6");
    // when
    customers.tagged(id, List.of("新客", "门店"), List.of(), MONDAY);
    customers.tagged(id, List.of("新客"), List.of("门店"), MONDAY);
    // then
    assertThat(
            rooms
                .jdbc()
                .sql("SELECT tag FROM customer_tag WHERE customer_id = :id")
                .param("id", id.value())
                .query(String.class)
                .list())
        .containsExactly("新客");
  }

  @Test
  void shouldKeepTheNewerWishAboutConsent() {
    // given
    var id = customers.byExternalUserId("wm-7");
    // when
    customers.consents(id, false, MONDAY.plusSeconds(10));
    customers.consents(id, true, MONDAY);
    // then
    assertThat(customers.find(id).orElseThrow().consent()).isFalse();
  }
}
