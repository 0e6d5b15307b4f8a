package dev.siyu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.channels.ChannelDesk.Draft;
import dev.siyu.channels.ChannelDesk.Slice;
import dev.siyu.wecom.ContactWays;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private TestRooms rooms;
  private Channels channels;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> context.registerBean(ContactWays.class, FakeWays::new),
            "channels",
            "accounts");
    channels = rooms.get(Channels.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void shouldKnowEveryChannelWithAnApprovedWelcome() {
    for (var state : List.of("parcel-card", "ai-call", "ads", "sms", "store", "direct")) {
      // when
      var channel = channels.ofState(state);
      // then
      assertThat(channel.code()).isEqualTo(state);
      assertThat(rooms.get(ChannelTable.class).hasText(channel.welcomeContent())).isTrue();
    }
  }

  @Test
  void shouldTakeAStrangeStateForDirect() {
    assertThat(channels.ofState("who-knows").code()).isEqualTo("direct");
    assertThat(channels.ofState(null).code()).isEqualTo("direct");
  }

  @Test
  void shouldGreetByTheTimeOfTheShopsDay() {
    // given
    var slices =
        List.of(
            new Slice(LocalTime.of(8, 0), "welcome-store"),
            new Slice(LocalTime.of(22, 0), "welcome-sms"));
    rooms
        .get(ChannelDesk.class)
        .change("store", new Draft("门店", "KNOWLEDGE", "welcome-direct", slices, List.of()), "ops");
    var morning = TestRooms.START; // 10:00 in Shanghai
    // then
    assertThat(channels.ofState("store", morning).welcomeContent()).isEqualTo("welcome-store");
    assertThat(channels.ofState("store", morning.plusSeconds(12 * 3600)).welcomeContent())
        .isEqualTo("welcome-sms");
    assertThat(channels.ofState("store").welcomeContent()).isEqualTo("welcome-direct");
  }
}
