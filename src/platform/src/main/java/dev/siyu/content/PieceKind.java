package dev.siyu.content;

import java.util.Set;

/** What a piece of content is for, and which placeholders somebody fills there. */
public enum PieceKind {
  /** 单聊消息, sent by journeys as a mass-send task. */
  MESSAGE(
      true,
      Placeholder.NAME,
      Placeholder.COUPON,
      Placeholder.PRODUCT,
      Placeholder.LINK,
      Placeholder.DATE),
  /** 欢迎语, sent within 20 s of the add; no coupon exists then. */
  WELCOME(
      true,
      Placeholder.NAME,
      Placeholder.CHANNEL,
      Placeholder.PRODUCT,
      Placeholder.LINK,
      Placeholder.DATE),
  /** 商品页. */
  PAGE(false, Placeholder.PRODUCT, Placeholder.LINK),
  /** 下单链接; its text is the address. */
  LINK(false),
  /** 朋友圈文案. */
  MOMENTS(false, Placeholder.PRODUCT, Placeholder.LINK, Placeholder.DATE),
  /** 社群话术. */
  COMMUNITY(false, Placeholder.PRODUCT, Placeholder.LINK, Placeholder.DATE),
  /** 公众号文章. */
  ARTICLE(false, Placeholder.PRODUCT, Placeholder.LINK),
  /** 图片/视频; its text is a caption for colleagues. */
  MEDIA(false);

  private final boolean sentByJourneys;
  private final Set<Placeholder> filled;

  PieceKind(boolean sentByJourneys, Placeholder... filled) {
    this.sentByJourneys = sentByJourneys;
    this.filled = Set.of(filled);
  }

  /** Otherwise people publish it. */
  public boolean isSentByJourneys() {
    return sentByJourneys;
  }

  boolean fills(Placeholder placeholder) {
    return filled.contains(placeholder);
  }
}
