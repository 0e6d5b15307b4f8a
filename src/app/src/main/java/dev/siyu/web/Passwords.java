package dev.siyu.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a password must be: 12 characters or more, at most 72 bytes (bcrypt looks at no more). */
final class Passwords {

  static final int SHORTEST = 12;
  static final int LONGEST = 72;

  private Passwords() {}

  static String hash(PasswordEncoder encoder, String password) {
    if (password.length() < SHORTEST
        || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw Problem.WEAK_PASSWORD.failure();
    }
    return Objects.requireNonNull(encoder.encode(password));
  }
}
