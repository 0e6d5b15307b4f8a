package dev.siyu.wecom;

import dev.siyu.calls.CallLog;
import dev.siyu.calls.CallResult;
import dev.siyu.calls.Connector;
import dev.siyu.wecom.Caller.Effect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpWelcomeMsg;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.springframework.stereotype.Component;

/** WeCom through WxJava, with our own connection, limits and error policy. */
@Component
class WxWeCom implements WeCom, Connector {

  private static final int INVALID_TAG = 40068;
  private static final int RESULTS_PER_PAGE = 500;

  private final WeComLines lines;
  private final WeComSettings settings;
  private final CallLog log;
  private final Caller caller;
  private final WeComConnection app;
  private final WxCpExternalContactService contacts;
  private final TagIds tags;
  private final Semaphore tagCalls;

  WxWeCom(WeComLines lines) {
    this.lines = lines;
    this.settings = lines.settings();
    this.log = lines.log();
    this.caller = lines.caller();
    this.app = lines.app();
    this.contacts = lines.contacts();
    this.tags = lines.tags();
    this.tagCalls = new Semaphore(settings.tagCalls());
  }

  @Override
  public String name() {
    return "wecom";
  }

  @Override
  public Health health() {
    return log.health();
  }

  @Override
  public CallResult<Boolean> sendWelcome(String welcomeCode, String text) {
    return sendWelcome(welcomeCode, text, List.of());
  }

  @Override
  public CallResult<Boolean> sendWelcome(
      String welcomeCode, String text, List<Attachment> attachments) {
    return caller.call(
        Effect.CHANGES,
        () -> {
          contacts.sendWelcomeMsg(
              WxCpWelcomeMsg.builder()
                  .welcomeCode(welcomeCode)
                  .text(text(text))
                  .attachments(Attachments.of(attachments))
                  .build());
          return true;
        });
  }

  @Override
  public CallResult<Contact> contact(String externalUserId) {
    return caller.call(
        Effect.READS,
        () -> {
          var id = URLEncoder.encode(externalUserId, StandardCharsets.UTF_8);
          var info = contacts.getContactDetail(id, null);
          var who = info.getExternalContact();
          var staff = Objects.requireNonNullElse(info.getFollowedUsers(), List.<FollowedUser>of());
          return new Contact(
              externalUserId,
              Objects.requireNonNullElse(who.getName(), ""),
              who.getUnionId(),
              staff.stream().map(FollowedUser::getUserId).toList());
        });
  }

  @Override
  public CallResult<Boolean> markTags(
      String staffUserId, String externalUserId, List<String> add, List<String> remove) {
    return caller
        .call(Effect.READS, () -> List.of(tags.created(add), tags.existing(remove)))
        .then(ids -> mark(staffUserId, externalUserId, ids.get(0), ids.get(1)));
  }

  /** WeCom answers 45033 to the sixth at the same time, so the sixth waits here. */
  private CallResult<Boolean> mark(String staff, String customer, String[] add, String[] remove) {
    if (add.length + remove.length == 0) {
      return new CallResult.Ok<>(true);
    }
    try {
      if (!tagCalls.tryAcquire(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return new CallResult.Retryable<>("45033", "too many tag calls", Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CallResult.Retryable<>("45033", "interrupted", Duration.ofSeconds(1));
    }
    try {
      return lines.about(
          staff, caller.call(Effect.CHANGES, () -> marked(staff, customer, add, remove)));
    } finally {
      tagCalls.release();
    }
  }

  private boolean marked(String staff, String customer, String[] add, String[] remove)
      throws WxErrorException {
    try {
      contacts.markTag(staff, customer, add, remove);
      return true;
    } catch (WxErrorException e) {
      if (e.getError().getErrorCode() == INVALID_TAG) {
        tags.forget(); // the next try learns the ids anew
      }
      throw e;
    }
  }

  @Override
  public CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text) {
    return createMassSend(staffUserId, externalUserIds, text, List.of());
  }

  @Override
  public CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text, List<Attachment> attachments) {
    var created =
        caller.call(
            Effect.CHANGES,
            () ->
                contacts.addMsgTemplate(
                    WxCpMsgTemplate.builder()
                        .chatType("single")
                        .sender(staffUserId)
                        .externalUserid(externalUserIds)
                        .text(text(text))
                        .attachments(Attachments.of(attachments))
                        .build()));
    return lines
        .about(staffUserId, created)
        .then(
            made -> {
              var failed = Objects.requireNonNullElse(made.getFailList(), List.<String>of());
              return failed.containsAll(externalUserIds)
                  ? new CallResult.Declined<>("FAIL_LIST", "cannot be sent to any of them")
                  : new CallResult.Ok<>(made.getMsgId());
            });
  }

  @Override
  public CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId) {
    return caller.call(
        Effect.READS,
        () -> {
          var results = new ArrayList<MassSendResult>();
          String cursor = "";
          do {
            var page = contacts.getGroupMsgSendResult(msgId, staffUserId, RESULTS_PER_PAGE, cursor);
            for (var sent : page.getSendList()) {
              results.add(new MassSendResult(sent.getExternalUserId(), sent.getStatus()));
            }
            cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
          } while (!cursor.isEmpty());
          return results;
        });
  }

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    return caller.call(
        Effect.CHANGES,
        () -> {
          app.getMessageService()
              .send(
                  WxCpMessage.TEXT()
                      .agentId(settings.agentId())
                      .toUser(staffUserId)
                      .content(text)
                      .build());
          return true;
        });
  }

  private static Text text(String content) {
    var text = new Text();
    text.setContent(content);
    return text;
  }
}
