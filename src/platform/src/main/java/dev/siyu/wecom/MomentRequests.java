package dev.siyu.wecom;

import dev.siyu.wechat.CallBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpAddMomentTask;
import me.chanjar.weixin.cp.bean.external.moment.ExternalContactList;
import me.chanjar.weixin.cp.bean.external.moment.SenderList;
import me.chanjar.weixin.cp.bean.external.moment.VisibleRange;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Image;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import me.chanjar.weixin.cp.bean.external.msg.Video;

/** Moments as WxJava wants them. */
final class MomentRequests {

  private static final int FOR_MOMENTS = 1;

  private final WeComLines lines;
  private final TagIds tags;

  MomentRequests(WeComLines lines) {
    this.lines = lines;
    this.tags = new TagIds(lines.contacts(), lines.settings().tagGroup());
  }

  String upload(boolean image, String fileName, byte[] bytes) throws WxErrorException {
    try {
      var format = fileName.substring(fileName.lastIndexOf('.') + 1);
      return lines
          .contacts()
          .uploadAttachment(
              image ? "image" : "video", format, FOR_MOMENTS, new ByteArrayInputStream(bytes))
          .getMediaId();
    } catch (IOException e) {
      throw new CallBroken(e, true);
    }
  }

  /** A tag that WeCom does not know yet is worn by nobody: without it everybody would see it. */
  List<String> tagIds(List<String> names) throws WxErrorException {
    return List.of(tags.created(names));
  }

  static WxCpAddMomentTask task(
      String text, List<Moments.Picture> pictures, List<String> staff, List<String> tagIds) {
    var senders = new SenderList();
    senders.setUserList(staff);
    var range = new VisibleRange();
    range.setSenderList(senders);
    if (!tagIds.isEmpty()) {
      var contacts = new ExternalContactList();
      contacts.setTagList(tagIds);
      range.setExternalContactList(contacts);
    }
    return WxCpAddMomentTask.builder()
        .visibleRange(range)
        .text(new Text().setContent(text))
        .attachments(pictures.stream().map(MomentRequests::attachment).toList())
        .build();
  }

  private static Attachment attachment(Moments.Picture picture) {
    var wx = new Attachment();
    return switch (picture) {
      case Moments.Picture.Image image -> wx.setImage(new Image().setMediaId(image.mediaId()));
      case Moments.Picture.Video video -> wx.setVideo(new Video().setMediaId(video.mediaId()));
      case Moments.Picture.Link link ->
          wx.setLink(
              new Link().setTitle(link.title()).setUrl(link.url()).setMediaId(link.coverMediaId()));
    };
  }
}
