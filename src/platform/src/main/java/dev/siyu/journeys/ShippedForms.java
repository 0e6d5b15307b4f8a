package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.engine.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The forms that come with the product; they go into the engine before the drawings that name them.
 */
@Component
class ShippedForms {

  private static final String WHERE = "classpath*:forms/*.form";

  /** They come with the program and do not change while it runs. */
  private static final List<Resource> SHIPPED = readAll();

  private static final Set<String> IDS =
      SHIPPED.stream()
          .map(form -> form.name().substring(0, form.name().length() - ".form".length()))
          .collect(Collectors.toUnmodifiableSet());

  private final Forms forms;

  ShippedForms(Forms forms) {
    this.forms = forms;
  }

  void ship() {
    forms.deploy(all());
  }

  /** The names that drawings call them by; a form's id is its file's name. */
  static Set<String> ids() {
    return IDS;
  }

  static List<Resource> all() {
    return SHIPPED;
  }

  private static List<Resource> readAll() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(WHERE))
          .map(ShippedForms::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WHERE, e);
    }
  }

  private static Resource read(org.springframework.core.io.Resource file) {
    try {
      return new Resource(String.valueOf(file.getFilename()), file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
