package dev.siyu.fission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The screening table (羊毛党筛查), evaluated in the app by the DMN engine that is inside Zeebe. */
@Component
class Screening {

  /** What the table says of a helper. */
  record Verdict(String state, String reason) {}

  private static final String TABLE = "processes/fission-with-screening/screening.dmn";
  private static final String ID = "screening";
  private static final List<String> STATES = List.of("VALID", "SUSPECT", "INVALID");
  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private final ParsedDmn table;

  Screening() {
    try (var xml = new ClassPathResource(TABLE).getInputStream()) {
      var parsed = ENGINE.parse(xml);
      if (parsed.isLeft()) {
        throw new IllegalStateException(
            "SIYU-8301 " + TABLE + ": " + parsed.swap().toOption().get().message());
      }
      this.table = parsed.toOption().get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table that gives no answer makes a suspect, for a person. */
  Verdict on(HelperFacts facts) {
    var answer = ENGINE.eval(table, ID, facts.variables());
    var verdict =
        answer.isRight() && answer.toOption().get() instanceof DmnEngine.Result result
            ? verdict(result.value())
            : null;
    return Objects.requireNonNullElse(verdict, new Verdict("SUSPECT", "筛查表没有给出结果"));
  }

  private static @Nullable Verdict verdict(Object value) {
    if (value instanceof ValContext context) {
      return verdict(context.context().variableProvider().getVariables());
    }
    if (!(value instanceof scala.collection.Map<?, ?> map)) {
      return null;
    }
    var state = text(map, "verdict");
    var reason = text(map, "reason");
    return state != null && reason != null && STATES.contains(state)
        ? new Verdict(state, reason)
        : null;
  }

  private static @Nullable String text(scala.collection.Map<?, ?> map, String name) {
    @SuppressWarnings("unchecked")
    var found = ((scala.collection.Map<String, Object>) map).get(name);
    if (found.isEmpty() || found.get() == null) {
      return null;
    }
    return found.get() instanceof ValString text ? text.value() : found.get().toString();
  }
}
