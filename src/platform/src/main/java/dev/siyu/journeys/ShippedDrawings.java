package dev.siyu.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The drawings that come with the product. */
@Component
class ShippedDrawings {

  private static final String WHERE = "classpath*:processes/*/*.bpmn";

  /** In the order of their names; each process id equals its file's name. */
  List<Drawn> all() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(WHERE))
          .map(ShippedDrawings::read)
          .sorted(Comparator.comparing(Drawn::processId))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WHERE, e);
    }
  }

  Optional<Drawn> find(String processId) {
    return all().stream().filter(drawn -> drawn.processId().equals(processId)).findFirst();
  }

  record Drawn(String processId, String xml) {}

  private static Drawn read(Resource file) {
    try {
      var name = String.valueOf(file.getFilename());
      return new Drawn(
          name.substring(0, name.length() - ".bpmn".length()),
          file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
