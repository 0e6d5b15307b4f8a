package dev.siyu.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValString;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The decision table that turns quadrant and scores into a verdict; it comes with the journey. */
@Component
class VerdictTable {

  static final String FILE = "processes/readiness-check/readiness.dmn";
  private static final String ID = "readiness";
  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  /** Verdict: GO, CONDITIONS or STOP. */
  record Said(State verdict, String reason) {}

  private final String xml;
  private final ParsedDmn table;

  VerdictTable() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("not on the class path: " + FILE, e);
    }
    var parsed =
        ENGINE.parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    if (parsed.isLeft()) {
      throw new IllegalStateException(
          "SIYU-8210 " + FILE + ": " + parsed.swap().toOption().get().message());
    }
    table = parsed.toOption().get();
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
    var answer = ENGINE.eval(table, ID, facts);
    if (answer.isLeft() || !(answer.toOption().get() instanceof DmnEngine.Result result)) {
      throw new IllegalStateException("SIYU-8210 no rule of " + FILE + " applies to " + facts);
    }
    var value = result.value();
    return said(
        value instanceof ValContext found
            ? found.context().variableProvider().getVariables()
            : value);
  }

  private static Said said(Object value) {
    if (!(value instanceof scala.collection.Map<?, ?> map)) {
      throw new IllegalStateException("SIYU-8210 " + FILE + " answered " + value);
    }
    return new Said(State.valueOf(text(map, "verdict")), text(map, "reason"));
  }

  private static String text(scala.collection.Map<?, ?> map, String name) {
    @SuppressWarnings("unchecked")
    var found = ((scala.collection.Map<String, Object>) map).get(name);
    if (found.isEmpty()) {
      throw new IllegalStateException("SIYU-8210 " + FILE + " answered no " + name);
    }
    return found.get() instanceof ValString text ? text.value() : String.valueOf(found.get());
  }
}
