package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wechat.CallBroken;
import dev.siyu.wecom.Caller.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;

@Component
class WxMediaUploads implements MediaUploads {

  private final WeComLines lines;

  WxMediaUploads(WeComLines lines) {
    this.lines = lines;
  }

  /** READS: a second upload after a lost answer does no harm. */
  @Override
  public CallResult<Uploaded> upload(Type type, String fileName, byte[] bytes) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> sent(type.name().toLowerCase(Locale.ROOT), suffix(fileName), bytes));
  }

  /** WxJava takes files only. */
  private Uploaded sent(String type, String suffix, byte[] bytes) throws WxErrorException {
    try {
      var file = Files.createTempFile("siyu-media-", suffix);
      try {
        Files.write(file, bytes);
        var result = lines.app().getMediaService().upload(type, file.toFile());
        return new Uploaded(result.getMediaId(), Instant.ofEpochSecond(result.getCreatedAt()));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new CallBroken(e, true);
    }
  }

  private static String suffix(String fileName) {
    var dot = fileName.lastIndexOf('.');
    var end = dot < 0 ? "" : fileName.substring(dot);
    return end.matches("\\.[A-Za-z0-9]{1,8}") ? end : ".bin";
  }
}
