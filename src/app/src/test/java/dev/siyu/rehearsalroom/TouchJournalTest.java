package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class TouchJournalTest {

  private static final String ADDED =
      line(
          "2026-12-07T01:00:00Z",
          "ContactFact.Added",
          "\"externalUserId\":\"wm-1\",\"unionId\":\"u-1\"");

  private final Path folder;

  TouchJournalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String line(String at, String fact, String rest) {
    return "{\"seq\":1,\"at\":\"%s\",\"facts\":[{\"fact\":\"%s\",%s}]}".formatted(at, fact, rest);
  }

  private static String message(String at, String msgId, String person) {
    return line(
        at,
        "MassSendFact.Created",
        "\"msgId\":\"%s\",\"text\":\"您好\",\"receivers\":{\"li.na\":[\"%s\"]}"
            .formatted(msgId, person));
  }

  private TouchJournal read(String... lines) throws IOException {
    return TouchJournal.read(Files.write(folder.resolve("journal.jsonl"), List.of(lines)));
  }

  @Test
  void shouldGiveTheSameHashWhateverTheOrderWithinAMomentAndTheIdsOfChance() throws IOException {
    // given
    var first =
        read(
            ADDED,
            message("2026-12-08T01:00:00Z", "a", "wm-1"),
            message("2026-12-08T01:00:00Z", "b", "wm-2"));
    var other =
        read(
            ADDED,
            message("2026-12-08T01:00:00Z", "x", "wm-2"),
            message("2026-12-08T01:00:00Z", "y", "wm-1"));

    // then
    assertThat(first.hash()).isEqualTo(other.hash());
    assertThat(first.touches()).extracting(Touched::person).containsExactly("wm-1", "wm-2");
  }

  @Test
  void shouldGiveAnotherHashWhenATouchComesLater() throws IOException {
    assertThat(read(ADDED, message("2026-12-08T01:00:00Z", "a", "wm-1")).hash())
        .isNotEqualTo(read(ADDED, message("2026-12-08T01:30:00Z", "a", "wm-1")).hash());
  }

  @Test
  void shouldSayWhichCouponAMessageBringsAndNotItsCode() throws IOException {
    // when
    var journal =
        read(
            ADDED,
            line(
                "2026-12-08T01:00:00Z",
                "MallFact.CouponIssued",
                "\"code\":\"CPYWFLAYMJDSG\",\"unionId\":\"u-1\",\"template\":\"gift\",\"faceCents\":500"),
            message("2026-12-08T01:00:00Z", "a", "wm-1")
                .replace("您好", "券 CPYWFLAYMJDSG，编号 ABCDEFGH"));

    // then
    assertThat(journal.touches())
        .extracting(Touched::content)
        .containsExactly("gift 500", "券 gift 500，编号 ABCDEFGH");
  }

  @Test
  void shouldNameTagsAndReceiversInsteadOfTheirIds() throws IOException {
    // when
    var journal =
        read(
            ADDED,
            line(
                "2026-12-07T00:00:00Z",
                "TouchFact.TagsCreated",
                "\"tags\":[{\"id\":\"t9\",\"name\":\"首单\"}]"),
            line(
                "2026-12-07T02:00:00Z",
                "TouchFact.TagsMarked",
                "\"externalUserId\":\"wm-1\",\"staffUserId\":\"li.na\",\"added\":[\"t9\"],\"removed\":[]"),
            line(
                "2026-12-07T03:00:00Z",
                "MallFact.CouponIssued",
                "\"code\":\"CHANCE\",\"unionId\":\"u-1\",\"template\":\"gift\",\"faceCents\":500"));

    // then
    assertThat(journal.touches())
        .extracting(touch -> touch.person() + " " + touch.kind() + " " + touch.content())
        .containsExactly("wm-1 tags [首单] -[]", "wm-1 coupon gift 500");
  }

  @Test
  void shouldCountWhatIsAboveACap() throws IOException {
    // given
    var journal =
        read(
            message("2026-12-08T01:00:00Z", "a", "wm-1"),
            message("2026-12-08T20:00:00Z", "b", "wm-1"),
            message("2026-12-10T01:00:00Z", "c", "wm-1"));

    // when
    var caps = new Caps(journal.touches(), new MockEnvironment(), ZoneId.of("Asia/Shanghai")).all();

    // then
    assertThat(caps)
        .contains(new Caps.Cap("messages24h", 1, 2, 1), new Caps.Cap("messages7d", 3, 3, 0));
  }
}
