package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customer groups (客户群) at WeCom: who is in them, and messages to them. */
public interface GroupChats {

  /** Codes with which WeCom says that a group is gone. */
  List<String> GONE = List.of("40050", "49008");

  /**
   * Somebody in a group.
   *
   * @param staff a member of the corp, else a customer
   * @param scene 1 invited, 2 by an invitation link, 3 by QR code
   * @param state of the join way they came through
   */
  record Member(
      String memberId,
      boolean staff,
      String name,
      Instant joinedAt,
      int scene,
      @Nullable String state) {}

  /** A group as WeCom knows it now (groupchat/get, doc 92122). */
  record Seen(
      String chatId,
      String name,
      String owner,
      String notice,
      Instant createdAt,
      List<Member> members) {}

  /** How a message stands for one group: 0 unsent, 1 sent, 2 not the owner any more, 3 limit. */
  record SendResult(String chatId, int status) {}

  /**
   * Ids of all groups that are not dismissed (groupchat/list, doc 92120), read to the end.
   *
   * @param owners only theirs; empty: everybody's
   */
  CallResult<List<String>> all(List<String> owners);

  /** Declined with one of {@link #GONE} when it does not exist (any more). */
  CallResult<Seen> get(String chatId);

  /**
   * Asks the owner to send a message to groups of theirs, at most 2,000; answers the msgid. Nothing
   * is sent before they confirm (add_msg_template, chat_type group, doc 92135).
   */
  CallResult<String> send(
      String ownerUserId, List<String> chatIds, String text, List<Attachment> attachments);

  CallResult<List<SendResult>> results(String msgId, String ownerUserId);
}
