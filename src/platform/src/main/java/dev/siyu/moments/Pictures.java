package dev.siyu.moments;

import dev.siyu.calls.CallResult;
import dev.siyu.content.MediaLibrary;
import dev.siyu.content.PieceAttachment;
import dev.siyu.wecom.Moments;
import dev.siyu.wecom.Moments.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Uploads what a moment shows; attachments of moments have ids of their own at WeCom. */
@Component
class Pictures {

  private final MediaLibrary library;
  private final Moments weCom;

  Pictures(MediaLibrary library, Moments weCom) {
    this.library = library;
    this.weCom = weCom;
  }

  CallResult<List<Picture>> of(List<PieceAttachment> attached) {
    CallResult<List<Picture>> all = new CallResult.Ok<>(List.of());
    for (var one : attached) {
      all = all.then(before -> picture(one).then(next -> new CallResult.Ok<>(with(before, next))));
    }
    return all;
  }

  private CallResult<Picture> picture(PieceAttachment one) {
    return switch (one.type()) {
      case IMAGE -> file(one, true).then(id -> new CallResult.Ok<>(new Picture.Image(id)));
      case VIDEO -> file(one, false).then(id -> new CallResult.Ok<>(new Picture.Video(id)));
      case LINK ->
          weCom
              .upload(true, "cover.png", LinkCover.png())
              .then(id -> new CallResult.Ok<>(link(one, id)));
      case FILE, MINI_PROGRAM ->
          new CallResult.Broken<>("SIYU-3455", "moments take images, a video or a link");
    };
  }

  private CallResult<String> file(PieceAttachment one, boolean image) {
    var stored = library.bytes(Objects.requireNonNullElse(one.media(), "")).orElse(null);
    return stored == null
        ? new CallResult.Broken<>("SIYU-3197", "no bytes for " + one.media())
        : weCom.upload(image, named(stored), stored.bytes());
  }

  /** WeCom wants the format as the ending of the name. */
  private static String named(MediaLibrary.Stored stored) {
    var format = stored.mime().substring(stored.mime().indexOf('/') + 1);
    return "moment." + (format.equals("jpeg") ? "jpg" : format);
  }

  private static Picture link(PieceAttachment one, String cover) {
    return new Picture.Link(
        Objects.requireNonNullElse(one.title(), ""),
        Objects.requireNonNullElse(one.url(), ""),
        cover);
  }

  private static List<Picture> with(List<Picture> before, Picture next) {
    var all = new ArrayList<>(before);
    all.add(next);
    return List.copyOf(all);
  }
}
