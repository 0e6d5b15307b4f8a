package dev.siyu.wecom;

import java.util.List;
import me.chanjar.weixin.cp.bean.external.msg.File;
import me.chanjar.weixin.cp.bean.external.msg.Image;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.MiniProgram;
import me.chanjar.weixin.cp.bean.external.msg.Video;

/** Attachments as WxJava wants them; each setter also sets the message type. */
final class Attachments {

  static List<me.chanjar.weixin.cp.bean.external.msg.Attachment> of(List<Attachment> attachments) {
    return attachments.stream().map(Attachments::of).toList();
  }

  private static me.chanjar.weixin.cp.bean.external.msg.Attachment of(Attachment attachment) {
    var wx = new me.chanjar.weixin.cp.bean.external.msg.Attachment();
    return switch (attachment) {
      case Attachment.Image image -> wx.setImage(new Image().setMediaId(image.mediaId()));
      case Attachment.Video video -> wx.setVideo(new Video().setMediaId(video.mediaId()));
      case Attachment.File file -> wx.setFile(new File().setMediaId(file.mediaId()));
      case Attachment.Link link ->
          wx.setLink(
              new Link()
                  .setTitle(link.title())
                  .setUrl(link.url())
                  .setDesc(link.description() == null ? "" : link.description()));
      case Attachment.MiniProgram program ->
          wx.setMiniProgram(
              new MiniProgram()
                  .setTitle(program.title())
                  .setAppid(program.appId())
                  .setPage(program.page())
                  .setPicMediaId(program.coverMediaId()));
    };
  }

  private Attachments() {}
}
