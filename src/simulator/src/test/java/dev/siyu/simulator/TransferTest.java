package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TransferTest {

  private static final Duration DAY = Duration.ofDays(1);

  private static JsonNode transfer(Bed bed, String api, String from, String to, String... whom) {
    return bed.call(
        api,
        Map.of("handover_userid", from, "takeover_userid", to, "external_userid", List.of(whom)));
  }

  private static List<Integer> codes(JsonNode answer) {
    List<Integer> codes = new ArrayList<>();
    answer.path("customer").forEach(one -> codes.add(one.path("errcode").asInt(-1)));
    return codes;
  }

  private static List<Integer> statuses(Bed bed, String api, String from, String to) {
    List<Integer> statuses = new ArrayList<>();
    bed.call(api, Map.of("handover_userid", from, "takeover_userid", to))
        .path("customer")
        .forEach(one -> statuses.add(one.path("status").asInt()));
    return statuses;
  }

  private static void member(Bed bed, String userId, String state) {
    assertThat(bed.told("wecom/members", Map.of("userId", userId, "state", state))).isEqualTo(1);
  }

  @Test
  void shouldHandACustomerOverAfterADay(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0")) {
      // given
      bed.add("wm1", "lily");
      // when
      assertThat(codes(transfer(bed, "transfer_customer", "lily", "tom", "wm1")))
          .containsExactly(0);
      // then
      assertThat(statuses(bed, "transfer_result", "lily", "tom")).containsExactly(2);
      assertThat(bed.get("/sim/pending").path("nextDue").isNumber()).isTrue();
      // when
      bed.clock(DAY.plusMinutes(1));
      // then
      assertThat(statuses(bed, "transfer_result", "lily", "tom")).containsExactly(1);
      var contact = bed.get(bed.api("get") + "&external_userid=wm1");
      assertThat(contact.at("/follow_user/0/userid").asString()).isEqualTo("tom");
      assertThat(contact.path("follow_user")).hasSize(1);
    }
  }

  @Test
  void shouldLetACustomerRefuse(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=100")) {
      bed.add("wm1", "lily");
      transfer(bed, "transfer_customer", "lily", "tom", "wm1");

      bed.clock(DAY);

      assertThat(statuses(bed, "transfer_result", "lily", "tom")).containsExactly(3);
      assertThat(bed.get(bed.api("get") + "&external_userid=wm1").at("/follow_user/0/userid"))
          .hasToString("\"lily\"");
    }
  }

  @Test
  void shouldStopAtAFullReceiver(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0", "--customers-per-member=1")) {
      bed.add("wm1", "lily");
      bed.add("wm2", "tom");
      transfer(bed, "transfer_customer", "lily", "tom", "wm1");

      bed.clock(DAY);

      assertThat(statuses(bed, "transfer_result", "lily", "tom")).containsExactly(4);
    }
  }

  @Test
  void shouldMeetEveryLimitOfATransfer(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0")) {
      // given
      bed.add("wm1", "lily");
      bed.add("wm2", "other");
      var crowd = IntStream.range(0, 101).mapToObj(i -> "wm" + i).toArray(String[]::new);
      // then
      assertThat(errcode(transfer(bed, "transfer_customer", "lily", "tom", crowd)))
          .isEqualTo(40058);
      assertThat(errcode(transfer(bed, "transfer_customer", "lily", "lily", "wm1")))
          .isEqualTo(40130);
      assertThat(errcode(transfer(bed, "resigned/transfer_customer", "lily", "tom", "wm1")))
          .isEqualTo(40097);
      assertThat(codes(transfer(bed, "transfer_customer", "lily", "tom", "nobody", "wm2")))
          .containsExactly(40096, 40131);
      transfer(bed, "transfer_customer", "lily", "tom", "wm1");
      assertThat(codes(transfer(bed, "transfer_customer", "lily", "ann", "wm1")))
          .containsExactly(40129);
    }
  }

  @Test
  void shouldAllowTwoTransfersWithinNinetyDays(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0")) {
      // given
      bed.add("wm1", "lily");
      transfer(bed, "transfer_customer", "lily", "tom", "wm1");
      bed.clock(DAY.multipliedBy(2));
      transfer(bed, "transfer_customer", "tom", "lily", "wm1");
      bed.clock(DAY.multipliedBy(4));
      // then
      assertThat(codes(transfer(bed, "transfer_customer", "lily", "tom", "wm1")))
          .containsExactly(40128);
      // when
      bed.clock(DAY.multipliedBy(93));
      // then
      assertThat(codes(transfer(bed, "transfer_customer", "lily", "tom", "wm1")))
          .containsExactly(0);
    }
  }

  @Test
  void shouldHandOverForTheBannedOnlyOnceTheyHaveLeft(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0")) {
      // given
      bed.add("wm1", "lily");
      member(bed, "lily", "BANNED");
      assertThat(errcode(transfer(bed, "transfer_customer", "lily", "tom", "wm1")))
          .isEqualTo(40143);
      // when
      member(bed, "lily", "LEFT");
      // then
      assertThat(errcode(transfer(bed, "transfer_customer", "lily", "tom", "wm1")))
          .isEqualTo(40003);
      assertThat(codes(transfer(bed, "resigned/transfer_customer", "lily", "tom", "wm1")))
          .containsExactly(0);
      bed.clock(DAY);
      assertThat(statuses(bed, "resigned/transfer_result", "lily", "tom")).containsExactly(1);
    }
  }

  @Test
  void shouldKeepATransferOverARestart(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--refuse-percent=0")) {
      bed.add("wm1", "lily");
      transfer(bed, "transfer_customer", "lily", "tom", "wm1");
      bed.restart();
      bed.clock(DAY);
      assertThat(statuses(bed, "transfer_result", "lily", "tom")).containsExactly(1);
    }
  }

  @Test
  void shouldBringCustomersToTheMembersBehindTheCode(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.call(
          "add_contact_way",
          Map.of("type", 2, "scene", 2, "state", "s", "user", List.of("a", "b")));
      // when
      for (int i = 0; i < 4; i++) {
        var add = Map.of("externalUserId", "wm" + i, "unionId", "u" + i, "state", "s");
        assertThat(bed.told("wecom/adds", add)).isEqualTo(1);
      }
      // then
      var first = bed.get(bed.api("get") + "&external_userid=wm0").at("/follow_user/0/userid");
      var second = bed.get(bed.api("get") + "&external_userid=wm1").at("/follow_user/0/userid");
      assertThat(List.of(first.asString(), second.asString())).containsExactlyInAnyOrder("a", "b");
    }
  }

  private static int errcode(JsonNode answer) {
    return answer.path("errcode").asInt(-1);
  }
}
