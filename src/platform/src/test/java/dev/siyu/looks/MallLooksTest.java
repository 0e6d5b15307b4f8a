package dev.siyu.looks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import dev.siyu.calls.CallResult;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.Inbox;
import dev.siyu.looks.MallLooks.Reason;
import dev.siyu.mall.MallListing;
import dev.siyu.time.SiyuClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MallLooksTest {

  private static final Instant T = Instant.parse("2027-01-05T08:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final SiyuClock clock = new SiyuClock(Clock.fixed(T, ZoneOffset.UTC), Duration.ZERO);
  private final List<InboundEvent> brought = new ArrayList<>();
  private final FakeMall mall = new FakeMall();
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    database
        .jdbc()
        .sql("INSERT INTO customer (id, zone, created_at) VALUES ('C1', 'UTC', :at)")
        .param("at", T.atOffset(ZoneOffset.UTC))
        .update();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DueLooks looks(Duration every) {
    Inbox inbox =
        event -> {
          brought.add(event);
          return CompletableFuture.completedFuture(Inbox.Receipt.STORED);
        };
    var settings =
        new LookSettings(
            true, every, Duration.ofSeconds(30), GRACE, Duration.ofDays(7), Duration.ofMinutes(5));
    var malls = new StaticListableBeanFactory();
    malls.addBean("mall", mall);
    ObjectProvider<MallListing> provider = malls.getBeanProvider(MallListing.class);
    return new DueLooks(new LookTable(database.jdbc(), clock), inbox, settings, clock, provider);
  }

  private void recorded(String order) {
    database
        .jdbc()
        .sql(
            """
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at)
            VALUES ('wxstore', :id, 'C1', 100, 1, :at)
            """)
        .param("id", order)
        .param("at", T.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void pass(DueLooks looks, Duration time) {
    clock.setOffset(clock.offset().plus(time));
    looks.runDue(clock.instant());
  }

  @Test
  void shouldBringAfterAStartWhatWasMissedAndNothingElse() {
    // given
    recorded("1");
    mall.items("1", "2", "3");
    var looks = looks(Duration.ZERO);
    // when
    looks.afterStart();
    assertThat(looks.nextDue()).contains(T.plusSeconds(30));
    pass(looks, Duration.ofSeconds(30));
    // then
    assertThat(brought)
        .extracting(InboundEvent::dedupeKey)
        .containsExactly("wxstore:found:o:2", "wxstore:found:o:3");
    var stands = looks.malls().getFirst();
    assertThat(stands.agreedUntil()).isEqualTo(T.plusSeconds(30).minus(GRACE));
    assertThat(stands.missingEver()).isEqualTo(2);
    assertThat(stands.runs().getFirst().reason()).isEqualTo(Reason.START);
    assertThat(looks.nextDue()).as("no further look is planned").isEmpty();
  }

  @Test
  void shouldGoOnFromTheMomentBothAgreed() {
    // given
    var looks = looks(Duration.ofDays(1));
    looks.afterStart();
    pass(looks, Duration.ofSeconds(30));
    var first = mall.from;
    // when
    pass(looks, Duration.ofDays(1));
    // then
    assertThat(first).isEqualTo(T.plusSeconds(30).minus(GRACE).minus(Duration.ofDays(7)));
    assertThat(mall.from).isEqualTo(T.plusSeconds(30).minus(GRACE));
    assertThat(looks.malls().getFirst().runs().getFirst().reason()).isEqualTo(Reason.DAILY);
  }

  @Test
  void shouldLookAfterAnOutage() {
    // given
    var looks = looks(Duration.ZERO);
    mall.down = true;
    assertThat(looks.nextDue()).isEmpty();
    // when
    mall.down = false;
    mall.items("9");
    // then
    assertThat(looks.nextDue()).contains(T.plusSeconds(30));
    pass(looks, Duration.ofSeconds(30));
    assertThat(brought).hasSize(1);
    assertThat(looks.malls().getFirst().runs().getFirst().reason()).isEqualTo(Reason.OUTAGE);
  }

  @Test
  void shouldAgreeOnNothingWhenALookBreaksOff() {
    // given
    mall.broken = true;
    var looks = looks(Duration.ZERO);
    looks.afterStart();
    // when
    pass(looks, Duration.ofSeconds(30));
    // then
    var stands = looks.malls().getFirst();
    assertThat(stands.agreedUntil()).isNull();
    assertThat(stands.runs().getFirst().note()).contains("away");
    assertThat(stands.nextAt()).isEqualTo(T.plusSeconds(30).plus(Duration.ofMinutes(5)));
    // and when it works again
    mall.broken = false;
    mall.items("5");
    pass(looks, Duration.ofMinutes(5));
    assertThat(brought).hasSize(1);
    assertThat(looks.malls().getFirst().agreedUntil()).isNotNull();
  }

  @Test
  void shouldLookWhenAPersonAsks() {
    var looks = looks(Duration.ZERO);
    assertThat(looks.lookNow("nobody")).isFalse();
    assertThat(looks.lookNow("wxstore")).isTrue();
    assertThat(looks.nextDue()).contains(T);
  }

  private static final class FakeMall implements MallListing {
    private List<Item> items = List.of();
    boolean down;
    boolean broken;
    Instant from = Instant.EPOCH;

    void items(String... ids) {
      items =
          java.util.Arrays.stream(ids)
              .map(
                  id ->
                      new Item(
                          false,
                          id,
                          "wxstore:" + id,
                          "channels_ec_order_pay",
                          T,
                          id.getBytes(StandardCharsets.UTF_8)))
              .toList();
    }

    @Override
    public String source() {
      return "wxstore";
    }

    @Override
    public boolean isDown() {
      return down;
    }

    /** One item a page. */
    @Override
    public CallResult<Page> happened(Instant since, Instant until, @Nullable String cursor) {
      from = since;
      if (broken) {
        return new CallResult.Retryable<>("SIYU-3301", "away", Duration.ofSeconds(2));
      }
      int at = cursor == null ? 0 : Integer.parseInt(cursor);
      var page = items.subList(Math.min(at, items.size()), Math.min(at + 1, items.size()));
      return new CallResult.Ok<>(new Page(page, at + 1 < items.size() ? "" + (at + 1) : null));
    }
  }
}
