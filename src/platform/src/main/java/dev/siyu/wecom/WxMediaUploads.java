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

  private static final int LONGEST = 60;

  private final WeComLines lines;

  WxMediaUploads(WeComLines lines) {
    this.lines = lines;
  }

  /** READS: a second upload after a lost answer does no harm. */
  @Override
  public CallResult<Uploaded> upload(Type type, String fileName, byte[] bytes) {
    return lines
        .caller()
        .call(Effect.READS, () -> sent(type.name().toLowerCase(Locale.ROOT), fileName, bytes));
  }

  /** WxJava takes files only; a customer reads the name of a file, so it keeps its own. */
  private Uploaded sent(String type, String fileName, byte[] bytes) throws WxErrorException {
    try {
      var folder = Files.createTempDirectory("siyu-media-");
      var file = folder.resolve(safe(fileName));
      try {
        Files.write(file, bytes);
        var result = lines.app().getMediaService().upload(type, file.toFile());
        return new Uploaded(result.getMediaId(), Instant.ofEpochSecond(result.getCreatedAt()));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new CallBroken(e, true);
    }
  }

  /** Short enough for a file system (255 bytes) and without a path. */
  private static String safe(String fileName) {
    var clean = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^\\.+", "_");
    return clean.length() > LONGEST ? clean.substring(clean.length() - LONGEST) : clean;
  }
}
