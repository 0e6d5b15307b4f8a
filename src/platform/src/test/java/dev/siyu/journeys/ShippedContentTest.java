package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the shipped drawings say is approved in a new database, or the modeler could not deploy. */
class ShippedContentTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Pattern KEY = Pattern.compile("key=\"content\" value=\"([a-z0-9-]+)\"");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void shouldShipApprovedTextsForEveryStepThatSaysSomething() {
    // given
    var said =
        new ShippedDrawings()
            .all().stream()
                .flatMap(drawn -> KEY.matcher(drawn.xml()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

    // when
    var approved =
        DATABASE
            .jdbc()
            .sql("SELECT key FROM content WHERE state = 'APPROVED'")
            .query(String.class)
            .list();

    // then
    assertThat(said).hasSizeGreaterThan(10);
    assertThat(approved).containsAll(said);
  }
}
