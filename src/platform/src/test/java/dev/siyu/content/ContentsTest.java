package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.siyu.TestRooms;
import dev.siyu.calls.NothingSent;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContentsTest {

  private static TestRooms rooms;
  private static Contents contents;

  @BeforeAll
  static void open() {
    rooms = ContentRoom.open(told -> {});
    contents = rooms.get(Contents.class);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  private static void insert(String key, int version, String text, String state) {
    rooms
        .jdbc()
        .sql("INSERT INTO content (key, version, text, state) VALUES (?, ?, ?, ?)")
        .params(key, version, text, state)
        .update();
  }

  @Test
  void shouldUseTheApprovedText() {
    // given
    insert("k", 1, "old", "RETIRED");
    insert("k", 2, "new for {name}", "APPROVED");
    insert("k", 3, "draft", "DRAFT");
    // when
    var text = contents.render("k", Map.of("name", "小明 $1 {coupon}"));
    // then
    assertThat(text).contains("new for 小明 $1 {coupon}");
  }

  @Test
  void shouldSayNothingWithoutApproval() {
    insert("only-draft", 1, "draft", "DRAFT");
    assertThat(contents.render("only-draft", Map.of())).isEmpty();
    assertThat(contents.render("no-such-key", Map.of())).isEmpty();
  }

  @Test
  void shouldNeverShowAPlaceholder() {
    insert("c", 1, "券{coupon}！", "APPROVED");
    assertThat(contents.render("c", Map.of())).contains("券！");
  }

  @Test
  void shouldSayThatNothingWasSentWhenTheTextCannotBeRead() {
    // given
    insert("away", 1, "hello", "APPROVED");
    rooms.jdbc().sql("ALTER TABLE content RENAME TO content_away").update();

    // when
    var thrown = catchThrowable(() -> contents.render("away", Map.of()));
    rooms.jdbc().sql("ALTER TABLE content_away RENAME TO content").update();

    // then
    assertThat(thrown).isInstanceOf(NothingSent.class).hasMessageContaining("away");
    assertThat(contents.render("away", Map.of())).hasValue("hello");
  }
}
