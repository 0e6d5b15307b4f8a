package dev.siyu.readiness;

import dev.siyu.artifacts.Dmn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The decision table that turns quadrant and scores into a verdict; it comes with the journey. */
@Component
class VerdictTable {

  static final String FILE = "processes/readiness-check/readiness.dmn";
  private static final String ID = "readiness";

  /** Verdict: GO, CONDITIONS or STOP. */
  record Said(State verdict, String reason) {}

  private final String xml;
  private final Dmn table;

  VerdictTable() {
    try {
      xml = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
      table = Dmn.read(xml, ID);
    } catch (IOException e) {
      throw new UncheckedIOException("not on the class path: " + FILE, e);
    } catch (Dmn.Unreadable e) {
      throw new IllegalStateException("SIYU-8210 " + FILE + ": " + e.getMessage(), e);
    }
  }

  String xml() {
    return xml;
  }

  Said on(Quadrant quadrant, Scores scores) {
    Map<String, Object> facts =
        Map.of(
            "quadrant", quadrant.name(),
            "resources", scores.resources(),
            "weakestResource", scores.weakestResource(),
            "forces", scores.forces(),
            "weakestForce", scores.weakestForce());
    return switch (table.on(facts)) {
      case Dmn.Said said -> new Said(State.valueOf(said.text("verdict")), said.text("reason"));
      case Dmn.Silent silent ->
          throw new IllegalStateException(
              "SIYU-8210 no rule of " + FILE + " applies to " + facts + ": " + silent.why());
    };
  }
}
