package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    return TouchJournal.read(
        Files.write(folder.resolve("journal.jsonl"), List.of(lines)), ZoneId.of("Asia/Shanghai"));
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
  void shouldGiveAnotherHashWhenOnlyTheContentOfATouchDiffers() throws IOException {
    // given
    var plain = message("2026-12-08T01:00:00Z", "a", "wm-1");
    var post =
        line(
            "2026-12-08T02:00:00Z",
            "PostFact.Created",
            "\"text\":\"上新\",\"attachments\":[\"image\"],\"senders\":[\"li.na\"],\"tagIds\":[]");

    // then
    var hash = read(ADDED, plain, post).hash();
    assertThat(read(ADDED, plain.replace("您好", "您早"), post).hash()).as("text").isNotEqualTo(hash);
    assertThat(read(ADDED, attached(plain, "link 新品 https://a"), post).hash())
        .as("what is attached")
        .isNotEqualTo(hash)
        .isNotEqualTo(read(ADDED, attached(plain, "link 新品 https://b"), post).hash());
    assertThat(read(ADDED, plain, post.replace("li.na", "wang.fang")).hash())
        .as("who posts")
        .isNotEqualTo(hash);
    assertThat(read(ADDED, plain, post.replace("image", "video")).hash())
        .as("what is posted")
        .isNotEqualTo(hash);
  }

  private static String attached(String line, String what) {
    return line.replaceFirst("\\{", "{\"call\":{\"keys\":{\"attached\":\"" + what + "\"}},");
  }

  @Test
  void shouldCountTheWorkOfAMemberByTheDaysOfTheShop() throws IOException {
    // when it is the next day there already
    var journal =
        read(
            line(
                "2026-12-08T17:30:00Z",
                "TouchFact.AppMessageReceived",
                "\"staffUserId\":\"li.na\",\"text\":\"x\""));

    // then
    assertThat(journal.told()).containsOnly(Map.entry("li.na", Map.of("2026-12-09", 1)));
  }

  @Test
  void shouldTellPostsToGroupsFromMessagesToCustomers() throws IOException {
    // when
    var journal =
        read(
            message("2026-12-08T01:00:00Z", "a", "sample-group-1")
                .replace("\"text\"", "\"chatType\":\"group\",\"text\""));

    // then
    assertThat(journal.touches()).hasSize(1).allMatch(Touched::isGroupPost);
  }
}
