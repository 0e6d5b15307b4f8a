package dev.siyu.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.approvals.Approvals;
import dev.siyu.inbox.InboundEvent;
import dev.siyu.time.SiyuClock;
import dev.siyu.web.Site;
import dev.siyu.web.SiteTest;
import dev.siyu.wecom.WeComEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Presses of cards through the real door: sealed, told apart, and decided. */
@SiteTest
class CardDoorTest {

  private static final String PRESS =
      """
      <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
      <CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>\
      <Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[%s]]></EventKey>\
      <TaskId><![CDATA[%s]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>\
      <ResponseCode><![CDATA[%s]]></ResponseCode><AgentID>1000002</AgentID></xml>\
      """;
  private static final String TASK =
      """
      WITH v AS (INSERT INTO history.variable VALUES (:key, 'approvalId', :key, '"' || :id || '"',
        '2026-12-01T02:00:00Z'))
      INSERT INTO history.user_task (key, instance_key, element_id, element_instance_key,
        state, candidate_groups, candidate_users, created_at)
      VALUES (:key, :key, 'task_Sign', :key, 'CREATED', ARRAY['dept:电商部'], '{}', :now)
      """;

  @LocalServerPort int port;
  @Autowired SiyuClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Approvals approvals;
  @Autowired ApprovalSteps steps;
  @Autowired WeComEvents events;
  @Autowired ApplicationEventPublisher publisher;

  @BeforeEach
  void empty() {
    Site.RECEIVED.clear();
  }

  @Test
  void shouldTellTwoCardsOfTheSameSecondApartAndDecideBoth() throws Exception {
    // given
    var member = member();
    var first = asked("CD1", 8_100_001);
    var second = asked("CD2", 8_100_002);

    // when: both pressed within one second, and every event twice
    for (var key : List.of("approve", "confirm")) {
      for (var card : List.of(first, second)) {
        var press = sealed(member, key, card, "RC-" + key + card);
        post(press);
        post(press);
      }
    }

    // then
    assertThat(Site.RECEIVED).hasSize(8);
    assertThat(Site.RECEIVED.stream().map(InboundEvent::dedupeKey).distinct()).hasSize(4);
    assertThat(Site.RECEIVED).extracting(InboundEvent::subject).containsOnly(member);

    // when: what the inbox does with each of them
    Site.RECEIVED.forEach(event -> publisher.publishEvent(events.read(event.body())));

    // then
    assertThat(
            jdbc.sql(
                    """
                    SELECT task_key FROM approval_decision WHERE task_key > 8100000
                      AND channel = 'CARD' ORDER BY task_key
                    """)
                .query(Long.class)
                .list())
        .containsExactly(8_100_001L, 8_100_002L);
    assertThat(
            jdbc.sql("SELECT count(*) FROM staff_card_code WHERE code LIKE 'RC-%'")
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  private String member() {
    return jdbc.sql("SELECT wecom_user_id FROM person WHERE name = 'ecom'")
        .query(String.class)
        .single();
  }

  /** Answers the task id of the manager's card. */
  private String asked(String subject, long key) {
    var id =
        approvals.ask(
            new ApprovalRequest(
                ApprovalKind.PRODUCT,
                subject,
                "价格申请",
                "Price",
                List.of(),
                "{\"sku\":\"" + subject + "\"}",
                "ops",
                List.of("电商部"),
                9_900L,
                null,
                null));
    steps.check(id);
    steps.open(id, new ApprovalSteps.Progress(null, List.of(), false, false));
    jdbc.sql(TASK)
        .param("key", key)
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
            "SELECT task_id FROM approval_card WHERE request_id = :id AND staff_user_id = :staff")
        .param("id", Long.parseLong(id.substring(1)))
        .param("staff", member())
        .query(String.class)
        .single();
  }

  private Forgeries.Forged sealed(String member, String key, String card, String code) {
    long now = clock.instant().getEpochSecond();
    return new Forgeries(1, now)
        .genuine(PRESS.formatted(Sealed.CORP, member, now, key, card, code));
  }

  private void post(Forgeries.Forged sealed) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + port + "/callbacks/wecom?" + sealed.query());
      var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(sealed.body()));
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }
}
