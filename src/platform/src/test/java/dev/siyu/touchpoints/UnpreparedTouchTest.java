package dev.siyu.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.MediaUploads;
import dev.siyu.wecom.WeCom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnpreparedTouchTest {

  private static final MediaUploads NONE =
      (type, name, bytes) -> new CallResult.Declined<>("40004", "no media");

  private final FakeWeCom weCom = new FakeWeCom();
  private TestRooms rooms;
  private CustomerId customer;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(WeCom.class, () -> weCom);
              context.registerBean(MediaUploads.class, () -> NONE);
              context.registerBean(JourneyMessages.class, () -> messages -> {});
            },
            "content",
            "customers",
            "orders",
            "tasks",
            "touchpoints");
    var customers = rooms.get(Customers.class);
    customer = customers.byExternalUserId("wm-1");
    customers.added(customer, "li.na", "store", rooms.clock().instant());
    rooms
        .jdbc()
        .sql("INSERT INTO content (key, version, text, state) VALUES ('hi', 1, 'hi', 'APPROVED')")
        .update();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private TouchOutcome greet() {
    var contents = rooms.get(Contents.class);
    return rooms
        .get(Touchpoints.class)
        .make(
            new Touch(
                new TouchKey(customer, "first-order", "hi", "e1"),
                Medium.MASS_SEND,
                "hi",
                "li.na",
                null,
                42),
            version ->
                new CallResult.Ok<>(
                    new Receipt(contents.render("hi", version, Map.of()).orElseThrow(), false)));
  }

  @Test
  void shouldTryAgainInsteadOfDoubtingWhatWasNeverSent() {
    // given a table that is away while the text is read
    rooms.jdbc().sql("ALTER TABLE content RENAME COLUMN product TO product_away").update();
    var first = greet();
    rooms.jdbc().sql("ALTER TABLE content RENAME COLUMN product_away TO product").update();

    // when
    rooms.pass(Duration.ofSeconds(1));
    var second = greet();

    // then
    assertThat(first)
        .isInstanceOfSatisfying(
            TouchOutcome.Retryable.class, again -> assertThat(again.code()).isEqualTo("SIYU-3006"));
    assertThat(second).isEqualTo(new TouchOutcome.Sent("hi"));
  }
}
