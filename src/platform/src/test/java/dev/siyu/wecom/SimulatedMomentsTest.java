package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Moments.Job;
import dev.siyu.wecom.Moments.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments through our connector against the simulator, over real HTTP. */
class SimulatedMomentsTest {

  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

  private SimulatedStaff weCom;
  private Moments moments;
  private long offset;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    weCom =
        new SimulatedStaff(
            data, "--staff-confirm=manual", "--moment-like-percent=100", "--moment-jobs=1");
    moments = new WxMoments(weCom.lines(Duration.ofSeconds(5)));
    weCom.add("wm-1", "li.na");
    weCom.add("wm-2", "wang.fang");
  }

  @AfterEach
  void close() throws IOException {
    weCom.close();
  }

  private void pass(Duration time) {
    offset += time.toMillis();
    weCom.post("/sim/clock", "{\"offsetMillis\":" + offset + "}");
  }

  private static <T> T value(CallResult<T> result) {
    assertThat(result).isInstanceOf(CallResult.Ok.class);
    return ((CallResult.Ok<T>) result).value();
  }

  private String created(String... tags) {
    var picture = new Picture.Image(value(moments.upload(true, "a.png", PNG)));
    var job = moments.create("新品", List.of(picture), List.of("li.na", "gone"), List.of(tags));
    pass(Duration.ofSeconds(20));
    return ((Job.Done) value(moments.job(value(job)))).momentId();
  }

  private void publish(String momentId, String staff) {
    weCom.post(
        "/sim/wecom/moment-publications",
        "{\"momentId\":\"%s\",\"staffUserId\":\"%s\"}".formatted(momentId, staff));
  }

  @Test
  void shouldFollowAMomentFromItsCreationToItsLikes() {
    // given
    weCom.post("/sim/wecom/members", "{\"userId\":\"gone\",\"state\":\"LEFT\"}");
    var job = value(moments.create("新品", List.of(), List.of("li.na", "gone"), List.of()));
    assertThat(value(moments.job(job))).isEqualTo(new Job.UnderWay());
    pass(Duration.ofSeconds(20));
    var done = (Job.Done) value(moments.job(job));
    assertThat(done.invalidSenders()).containsExactly("gone");
    assertThat(value(moments.senders(done.momentId()))).isEqualTo(Map.of("li.na", false));
    assertThat(moments.viewers(done.momentId(), "li.na")).isInstanceOf(CallResult.Declined.class);

    // when
    publish(done.momentId(), "li.na");

    // then
    assertThat(value(moments.senders(done.momentId()))).isEqualTo(Map.of("li.na", true));
    assertThat(value(moments.viewers(done.momentId(), "li.na"))).containsExactly("wm-1");
    assertThat(value(moments.reactions(done.momentId(), "li.na")))
        .singleElement()
        .satisfies(one -> assertThat(one.comment()).isFalse());
  }

  @Test
  void shouldShowItToNobodyWhenNobodyWearsTheTag() {
    var moment = created("老客");
    publish(moment, "li.na");
    assertThat(value(moments.viewers(moment, "li.na"))).isEmpty();
  }

  @Test
  void shouldFindItByItsTextAndStopIt() {
    // given
    var now = Clock.systemUTC().instant().plusMillis(offset);
    var moment = created();
    // when
    var found = moments.find("新品", now.minusSeconds(60), now.plusSeconds(3_600));
    var other = moments.find("别的", now.minusSeconds(60), now.plusSeconds(3_600));
    moments.cancel(moment);
    publish(moment, "li.na");
    // then
    assertThat(value(found).momentId()).isEqualTo(moment);
    assertThat(value(other).momentId()).isNull();
    assertThat(value(moments.senders(moment))).doesNotContainValue(true);
  }

  @Test
  void shouldHoldBackWhenTooManyAreBeingCreated() {
    // given
    moments.create("一", List.of(), List.of("li.na"), List.of());
    // then: 41078
    assertThat(moments.create("二", List.of(), List.of("li.na"), List.of()))
        .isInstanceOfSatisfying(
            CallResult.Retryable.class, later -> assertThat(later.code()).isEqualTo("41078"));
  }
}
