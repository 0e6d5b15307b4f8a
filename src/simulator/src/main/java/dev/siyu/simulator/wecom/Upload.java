package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Turns a multipart upload into what an API looks at: type, name, length and first bytes. */
final class Upload {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final int HEAD = 12;

  static boolean is(Request request) {
    String type = request.header("Content-Type");
    return type != null && type.startsWith("multipart/");
  }

  /** The first part of the body, which came as one character a byte. */
  static JsonNode read(Request request) {
    var boundary = BOUNDARY.matcher(String.valueOf(request.header("Content-Type")));
    if (!boundary.find()) {
      throw new BadRequest("multipart without boundary");
    }
    String mark = "--" + boundary.group(1);
    String body = request.body();
    int start = body.indexOf(mark);
    int head = body.indexOf("\r\n\r\n", Math.max(start, 0));
    int end = body.indexOf("\r\n" + mark, Math.max(head, 0));
    if (start < 0 || head < 0 || end < 0) {
      throw new BadRequest("multipart without a part");
    }
    var name = NAME.matcher(body.substring(start, head));
    String data = body.substring(head + 4, end);
    byte[] first =
        data.substring(0, Math.min(HEAD, data.length())).getBytes(StandardCharsets.ISO_8859_1);
    return Json.MAPPER
        .createObjectNode()
        .put("type", request.query("type", request.query("media_type", "")))
        .put("scene", request.query("attachment_type", ""))
        .put("filename", name.find() ? name.group(1) : "")
        .put("length", data.length())
        .put("head", HexFormat.of().formatHex(first));
  }

  private Upload() {}
}
