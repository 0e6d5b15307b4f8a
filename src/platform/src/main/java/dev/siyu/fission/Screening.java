package dev.siyu.fission;

import dev.siyu.artifacts.Dmn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The screening table (羊毛党筛查). */
@Component
class Screening {

  /** What the table says of a helper. */
  record Verdict(String state, String reason) {}

  private static final String TABLE = "processes/fission-with-screening/screening.dmn";
  private static final String ID = "screening";
  private static final List<String> STATES = List.of("VALID", "SUSPECT", "INVALID");
  private static final Verdict NO_ANSWER = new Verdict("SUSPECT", "筛查表没有给出结果");

  private final Dmn table;

  Screening() {
    try {
      var xml = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
      this.table = Dmn.read(xml, ID);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Dmn.Unreadable e) {
      throw new IllegalStateException("SIYU-8301 " + TABLE + ": " + e.getMessage(), e);
    }
  }

  /** A table that gives no answer makes a suspect, for a person. */
  Verdict on(HelperFacts facts) {
    return switch (table.on(facts.variables())) {
      case Dmn.Silent silent -> NO_ANSWER;
      case Dmn.Said said -> verdict(said.text("verdict"), said.text("reason"));
    };
  }

  private static Verdict verdict(String state, String reason) {
    return STATES.contains(state) && !reason.isEmpty() ? new Verdict(state, reason) : NO_ANSWER;
  }
}
