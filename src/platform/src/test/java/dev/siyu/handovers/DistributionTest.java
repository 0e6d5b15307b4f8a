package dev.siyu.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.handovers.Distribution.Receiver;
import dev.siyu.handovers.Distribution.Whom;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final String CHINA = "Asia/Shanghai";
  private static final String BRITAIN = "Europe/London";

  @Test
  void shouldGiveToWhomeverCarriesLeast() {
    // given
    var whom = List.of(new Whom("C1", CHINA), new Whom("C2", CHINA), new Whom("C3", CHINA));
    var receivers =
        List.of(new Receiver("full", null, 10, 9, 99), new Receiver("free", null, 10, 7, 99));
    // then
    assertThat(Distribution.assign(whom, receivers))
        .containsEntry("C1", "free")
        .containsEntry("C2", "free")
        .containsEntry("C3", "free");
  }

  @Test
  void shouldPreferTheSameRegionUntilItIsFull() {
    // given
    var whom = List.of(new Whom("C1", BRITAIN), new Whom("C2", BRITAIN), new Whom("C3", CHINA));
    var receivers =
        List.of(new Receiver("london", BRITAIN, 10, 500, 1), new Receiver("any", null, 10, 0, 99));
    // then
    assertThat(Distribution.assign(whom, receivers))
        .containsEntry("C1", "london")
        .containsEntry("C2", "any")
        .containsEntry("C3", "any");
  }

  @Test
  void shouldGiveAHeavierReceiverMore() {
    // given
    var whom =
        java.util.stream.IntStream.range(0, 30).mapToObj(i -> new Whom("C" + i, CHINA)).toList();
    var receivers = List.of(new Receiver("a", null, 20, 0, 99), new Receiver("b", null, 10, 0, 99));
    // then
    assertThat(Distribution.assign(whom, receivers).values()).filteredOn("a"::equals).hasSize(20);
  }

  @Test
  void shouldLeaveOutWhoFindsNoRoom() {
    var receivers = List.of(new Receiver("a", null, 10, 0, 0));
    assertThat(Distribution.assign(List.of(new Whom("C1", CHINA)), receivers)).isEmpty();
  }
}
