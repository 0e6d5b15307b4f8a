package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.content.ContentDesk.Draft;
import dev.siyu.content.PieceAttachment.Type;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.Attachment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaTest {

  private static final byte[] PNG = bytes("89504e470d0a1a0a0000000d", 100);
  private final FakeUploads uploads = new FakeUploads();
  private TestRooms rooms;
  private MediaLibrary media;
  private ContentDesk desk;
  private Contents contents;
  private DueWork refresh;

  @BeforeEach
  void open() {
    rooms = ContentRoom.open(told -> {}, uploads);
    media = rooms.get(MediaLibrary.class);
    desk = rooms.get(ContentDesk.class);
    contents = rooms.get(Contents.class);
    refresh = rooms.get(DueWork.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private static byte[] bytes(String head, int length) {
    return Arrays.copyOf(HexFormat.of().parseHex(head), length);
  }

  private static PieceAttachment image(@Nullable String id) {
    return new PieceAttachment(Type.IMAGE, id, null, null, null, null);
  }

  private void approve(String key, PieceAttachment... attachments) {
    var draft = new Draft(PieceKind.MESSAGE, null, "", "看图", List.of(attachments));
    desk.approve(desk.submit(desk.create(key, draft, "ops"), "ops"), null, "manager");
  }

  @Test
  void shouldTellAFormatByItsBytesAndNotByItsName() {
    assertThat(media.upload("../../x<y>.png", PNG, "ops"))
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(MediaKind.IMAGE);
              assertThat(one.name()).isEqualTo("x_y_.png");
            });
    assertThat(media.upload("v", bytes("000000186674797069736f6d", 50), "ops").kind())
        .isEqualTo(MediaKind.VIDEO);
    for (var name : List.of("x.exe", "x.pdf", "x\u202egnp.png")) {
      assertThatThrownBy(() -> media.upload(name, PNG, "ops")).isInstanceOf(ContentRefused.class);
    }
    for (var wrong : List.of("3c736372697074", "4d5a90000300", "474946383961", "")) {
      assertThatThrownBy(() -> media.upload("good.png", bytes(wrong, wrong.length() * 4), "ops"))
          .isInstanceOf(ContentRefused.class);
    }
  }

  @Test
  void shouldRefuseOneByteTooMany() {
    // given
    int most = 10 << 20;
    // then
    media.upload("a.png", bytes("89504e470d0a1a0a", most), "ops");
    assertThatThrownBy(() -> media.upload("b.png", bytes("89504e470d0a1a0a", most + 1), "ops"))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("10485761")
        .hasMessageContaining("10485760");
    assertThatThrownBy(() -> media.upload("c.docx", bytes("504b0304", (20 << 20) + 1), "ops"))
        .as("whatever it is: not even looked into")
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("20971521 bytes (expected: at most 20971520)");
  }

  @Test
  void shouldKeepTheSameBytesOnce() {
    // when
    var first = media.upload("a.png", PNG, "ops");
    var second = media.upload("b.png", PNG, "boss");
    // then
    assertThat(second).isEqualTo(first);
    assertThat(media.all()).hasSize(1);
    assertThat(media.bytes(first.id()).orElseThrow().bytes()).isEqualTo(PNG);
  }

  @Test
  void shouldUploadOnceInThreeDaysHoweverOftenItIsSent() {
    // given
    var picture = media.upload("a.png", PNG, "ops");
    approve("with-picture", image(picture.id()));
    // when
    var first = contents.attachments("with-picture", 1);
    rooms.pass(Duration.ofDays(2));
    var second = contents.attachments("with-picture", 0);
    // then
    assertThat(first).isEqualTo(new CallResult.Ok<>(List.of(new Attachment.Image("wx-1"))));
    assertThat(second).isEqualTo(first);
    assertThat(uploads.names).containsExactly("IMAGE a.png");
  }

  @Test
  void shouldRenewMediaInUseBeforeTheyExpireAndNoOthers() {
    // given
    media.upload("unused.png", bytes("89504e470d0a1a0a", 60), "ops");
    var picture = media.upload("a.png", PNG, "ops");
    assertThat(refresh.nextDue()).isEmpty();
    approve("with-picture", image(picture.id()));
    assertThat(refresh.nextDue()).contains(Instant.EPOCH);
    // when
    refresh.runDue(rooms.clock().instant());
    var due = refresh.nextDue().orElseThrow();
    // then
    assertThat(due).isEqualTo(rooms.clock().instant().plus(Duration.ofHours(66)));
    rooms.pass(Duration.ofHours(66));
    refresh.runDue(rooms.clock().instant());
    assertThat(uploads.names).hasSize(2).containsOnly("IMAGE a.png");
    assertThat(contents.attachments("with-picture", 1))
        .isEqualTo(new CallResult.Ok<>(List.of(new Attachment.Image("wx-2"))));
  }

  @Test
  void shouldTryLaterAndSayWhyWhenWeComIsAway() {
    // given
    var picture = media.upload("a.png", PNG, "ops");
    approve("with-picture", image(picture.id()));
    uploads.down = true;
    // when
    refresh.runDue(rooms.clock().instant());
    // then
    assertThat(refresh.nextDue()).contains(rooms.clock().instant().plus(Duration.ofMinutes(10)));
    assertThat(media.all().getFirst().note()).contains("busy");
    assertThat(contents.attachments("with-picture", 1)).isInstanceOf(CallResult.Retryable.class);
  }

  @Test
  void shouldRefuseAttachmentsThatCannotBeSent() {
    // given
    var picture = media.upload("a.png", PNG, "ops");
    var link = new PieceAttachment(Type.LINK, null, "t", "https://a.b", null, null);
    // then
    approve("nine", Collections.nCopies(9, link).toArray(PieceAttachment[]::new));
    assertRefused("attachments-too-many", Collections.nCopies(10, link));
    assertRefused("media-unknown", List.of(image("m-" + "0".repeat(32))));
    assertRefused(
        "media-unknown",
        List.of(new PieceAttachment(Type.VIDEO, picture.id(), null, null, null, null)));
    assertRefused("attachment-incomplete", List.of(image(null)));
    assertRefused(
        "attachment-incomplete",
        List.of(new PieceAttachment(Type.LINK, null, "t", "javascript:x", null, null)));
  }

  private void assertRefused(String rule, List<PieceAttachment> attachments) {
    var key = "refused-" + attachments.hashCode();
    var seen = desk.create(key, new Draft(PieceKind.MESSAGE, null, "", "x", attachments), "ops");
    assertThatThrownBy(() -> desk.submit(seen, "ops"))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            refused -> assertThat(refused.findings()).extracting(Finding::rule).contains(rule));
  }
}
