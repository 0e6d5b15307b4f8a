package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupChat;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo.GroupMember;
import me.chanjar.weixin.cp.bean.external.contact.WxCpGroupMsgSendResult;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.springframework.stereotype.Component;

@Component
final class WxGroupChats implements GroupChats {

  private static final int PAGE = 1_000;
  private static final int RESULTS_PER_PAGE = 500;
  private static final int FOLLOWED = 0;
  private static final int WITH_NAMES = 1;
  private static final int STAFF = 1;

  private final WeComLines lines;

  WxGroupChats(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<List<String>> all(List<String> owners) {
    return lines.caller().call(Effect.READS, () -> pages(owners.toArray(String[]::new)));
  }

  private List<String> pages(String[] owners) throws WxErrorException {
    var found = new ArrayList<String>();
    String cursor = "";
    do {
      var page = lines.contacts().listGroupChat(PAGE, cursor, FOLLOWED, owners);
      page.getGroupChatList().forEach(chat -> found.add(chat.getChatId()));
      cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
    } while (!cursor.isEmpty());
    return found;
  }

  @Override
  public CallResult<Seen> get(String chatId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> seen(lines.contacts().getGroupChat(chatId, WITH_NAMES).getGroupChat()));
  }

  private static Seen seen(GroupChat chat) {
    return new Seen(
        chat.getChatId(),
        Objects.requireNonNullElse(chat.getName(), ""),
        chat.getOwner(),
        Objects.requireNonNullElse(chat.getNotice(), ""),
        Instant.ofEpochSecond(chat.getCreateTime()),
        chat.getMemberList().stream().map(WxGroupChats::member).toList());
  }

  private static Member member(GroupMember member) {
    var nick = member.getGroupNickname();
    var name = Objects.requireNonNullElse(member.getName(), "");
    return new Member(
        member.getUserId(),
        member.getType() == STAFF,
        nick == null || nick.isBlank() ? name : nick,
        Instant.ofEpochSecond(member.getJoinTime()),
        member.getJoinScene(),
        member.getState());
  }

  @Override
  public CallResult<String> send(
      String ownerUserId, List<String> chatIds, String text, List<Attachment> attachments) {
    var said = new Text();
    said.setContent(text);
    var created =
        lines
            .caller()
            .call(
                Effect.CHANGES,
                () ->
                    lines
                        .contacts()
                        .addMsgTemplate(
                            WxCpMsgTemplate.builder()
                                .chatType("group")
                                .sender(ownerUserId)
                                .chatIdList(chatIds)
                                .text(said)
                                .attachments(Attachments.of(attachments))
                                .build()));
    return lines
        .about(ownerUserId, created)
        .then(
            made -> {
              var failed = Objects.requireNonNullElse(made.getFailList(), List.<String>of());
              return failed.containsAll(chatIds)
                  ? new CallResult.Declined<>("FAIL_LIST", "not a group of " + ownerUserId)
                  : new CallResult.Ok<>(made.getMsgId());
            });
  }

  @Override
  public CallResult<List<SendResult>> results(String msgId, String ownerUserId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var results = new ArrayList<SendResult>();
              String cursor = "";
              do {
                WxCpGroupMsgSendResult page =
                    lines
                        .contacts()
                        .getGroupMsgSendResult(msgId, ownerUserId, RESULTS_PER_PAGE, cursor);
                page.getSendList()
                    .forEach(one -> results.add(new SendResult(one.getChatId(), one.getStatus())));
                cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
              } while (!cursor.isEmpty());
              return results;
            });
  }
}
