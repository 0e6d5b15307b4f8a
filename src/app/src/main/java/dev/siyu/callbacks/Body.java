package dev.siyu.callbacks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Reads a body that may not be larger than a limit. */
final class Body {

  private Body() {}

  /**
   * The bytes, or empty when there are more than {@code limit}: by its own word unread, otherwise
   * after limit + 1 bytes.
   */
  static Optional<byte[]> read(HttpServletRequest request, long limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      return Optional.empty();
    }
    var bytes = request.getInputStream().readNBytes((int) limit + 1);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }
}
