package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.MediaUploads.Type;
import dev.siyu.wecom.MediaUploads.Uploaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary media through our connector against the simulator, over real HTTP. */
class SimulatedMediaTest {

  private SimulatedStaff weCom;
  private WxWeCom calls;
  private MediaUploads uploads;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    weCom = new SimulatedStaff(data, "--staff-confirm=manual", "--image-bytes=1000");
    var lines = weCom.lines(Duration.ofSeconds(5));
    calls = new WxWeCom(lines);
    uploads = new WxMediaUploads(lines);
    weCom.add("wm-1", "li.na");
  }

  @AfterEach
  void close() throws IOException {
    weCom.close();
  }

  private static byte[] png(int length) {
    return Arrays.copyOf(HexFormat.of().parseHex("89504e470d0a1a0aff00fe80"), length);
  }

  private static String code(CallResult<?> result) {
    return switch (result) {
      case CallResult.Ok<?> ok -> "ok";
      case CallResult.Declined<?> no -> no.code();
      case CallResult.Retryable<?> busy -> busy.code();
      case CallResult.Broken<?> broken -> broken.code();
      case CallResult.Unknown<?> none -> none.code();
    };
  }

  private CallResult<String> send(Attachment... attachments) {
    return calls.createMassSend("li.na", List.of("wm-1"), "看图", List.of(attachments));
  }

  @Test
  void shouldUploadAPictureByteForByteAndSendIt() {
    // when
    var uploaded = uploads.upload(Type.IMAGE, "新品.png", png(1000));
    // then
    assertThat(uploaded).isInstanceOf(CallResult.Ok.class);
    var id = ((CallResult.Ok<Uploaded>) uploaded).value().mediaId();
    assertThat(
            code(
                send(
                    new Attachment.Image(id),
                    new Attachment.Link("新品", "https://mall.example/1", null),
                    new Attachment.MiniProgram("商城", "wx1", "pages/1", id))))
        .isEqualTo("ok");
  }

  @Test
  void shouldHearWhatWeComDoesNotTake() {
    assertThat(code(uploads.upload(Type.IMAGE, "a.png", png(1001)))).isEqualTo("40006");
    assertThat(code(uploads.upload(Type.IMAGE, "a.png", png(3)))).isEqualTo("40006");
    assertThat(code(uploads.upload(Type.VIDEO, "a.mp4", png(100)))).isEqualTo("40005");
    assertThat(code(send(new Attachment.Image("no-such-media")))).isEqualTo("40007");
    var link = new Attachment.Link("新品", "https://mall.example/1", null);
    assertThat(code(send(Collections.nCopies(10, link).toArray(Attachment[]::new))))
        .isEqualTo("40058");
  }
}
