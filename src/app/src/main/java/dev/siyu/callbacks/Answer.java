package dev.siyu.callbacks;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Everything a sender can be told; a refusal never says what was wrong. */
enum Answer {
  STORED(HttpStatus.OK, "success"),
  DUPLICATE(HttpStatus.OK, "success"),
  ECHO(HttpStatus.OK, ""),
  REFUSED(HttpStatus.FORBIDDEN, "SIYU-2001 refused"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "SIYU-2002 too large"),
  CONFLICT(HttpStatus.CONFLICT, "SIYU-2003 this id came before with another content"),
  UNREADABLE(HttpStatus.BAD_REQUEST, "SIYU-2004 the body did not arrive whole"),
  COME_AGAIN(HttpStatus.SERVICE_UNAVAILABLE, "SIYU-2005 not stored, send it again");

  final HttpStatus status;
  private final byte[] text;

  Answer(HttpStatus status, String text) {
    this.status = status;
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  ResponseEntity<byte[]> response() {
    return with(text);
  }

  ResponseEntity<byte[]> with(byte[] body) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
  }
}
