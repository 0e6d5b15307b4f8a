package dev.siyu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private final List<String> created = new ArrayList<>();
  private TestRooms rooms;
  private boolean down;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(), context -> context.registerBean(WeCom.class, this::weCom), "channels");
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  /** Only live codes are asked for here. */
  private WeCom weCom() {
    return (WeCom)
        Proxy.newProxyInstance(
            WeCom.class.getClassLoader(),
            new Class<?>[] {WeCom.class},
            (proxy, method, args) -> "addContactWay".equals(method.getName()) ? add(args) : null);
  }

  private CallResult<String> add(Object[] args) {
    if (down && created.size() == 2) {
      return new CallResult.Retryable<>("-1", "busy", Duration.ofSeconds(1));
    }
    created.add((String) args[0]);
    return new CallResult.Ok<>("config-" + args[0]);
  }

  @Test
  void shouldKnowEveryChannelWithAnApprovedWelcome() {
    // given
    var channels = rooms.get(Channels.class);
    for (var state : List.of("parcel-card", "ai-call", "ads", "sms", "store", "direct")) {
      // when
      var channel = channels.ofState(state);
      // then
      assertThat(channel.code()).isEqualTo(state);
      assertThat(
              rooms
                  .jdbc()
                  .sql("SELECT count(*) FROM content WHERE key = ? AND state = 'APPROVED'")
                  .param(channel.welcomeContent())
                  .query(Integer.class)
                  .single())
          .isPositive();
    }
  }

  @Test
  void shouldTakeAStrangeStateForDirect() {
    var channels = rooms.get(Channels.class);
    assertThat(channels.ofState("who-knows").code()).isEqualTo("direct");
    assertThat(channels.ofState(null).code()).isEqualTo("direct");
  }

  @Test
  void shouldCreateEachLiveCodeOnce() {
    // given
    var liveCodes = rooms.get(LiveCodes.class);
    down = true;
    // when
    var left = liveCodes.ensureAll();
    down = false;
    var none = liveCodes.ensureAll();
    liveCodes.ensureAll();
    // then
    assertThat(left).hasSize(3);
    assertThat(none).isEmpty();
    assertThat(created).containsExactlyInAnyOrder("parcel-card", "ai-call", "ads", "sms", "store");
  }
}
