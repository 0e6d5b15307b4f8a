package dev.siyu.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.content.ContentDesk.Draft;
import dev.siyu.content.ContentDesk.Seen;
import dev.siyu.content.ContentRefused.Why;
import dev.siyu.engine.Announcement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContentDeskTest {

  private static final List<Announcement> ANNOUNCED = new CopyOnWriteArrayList<>();
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static TestRooms rooms;
  private static ContentDesk desk;
  private static ContentLibrary library;
  private static Contents contents;

  @BeforeAll
  static void open() {
    rooms = ContentRoom.open(ANNOUNCED::addAll);
    desk = rooms.get(ContentDesk.class);
    library = rooms.get(ContentLibrary.class);
    contents = rooms.get(Contents.class);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  private static Seen draft(String text) {
    return desk.create("piece-" + KEYS.incrementAndGet(), message(text), "ops");
  }

  private static Draft message(String text) {
    return new Draft(PieceKind.MESSAGE, null, "题目", text);
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Why why, ThrowingCallable act) {
    return assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ContentRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  @Test
  void shouldLetJourneysSayOnlyWhatSomebodyElseApproved() {
    // given
    var seen = draft("{name}，你好");
    assertThat(contents.render(seen.key(), Map.of("name", "小明"))).isEmpty();
    // when
    var submitted = desk.submit(seen, "ops");
    assertThat(contents.render(seen.key(), Map.of())).isEmpty();
    assertRefused(Why.FOUR_EYES, () -> desk.approve(submitted, null, "ops"));
    desk.approve(submitted, "好", "manager");
    // then
    assertThat(contents.render(seen.key(), Map.of("name", "小明"))).contains("小明，你好");
  }

  @Test
  void shouldKeepEverybodyFromApprovingWhoHadAHandInIt() {
    // given: ops wrote it, the boss changed it, the manager handed it in
    var edited = desk.edit(draft("一"), message("二"), "boss");
    var submitted = desk.submit(edited, "manager");
    // then
    for (var person : new String[] {"ops", "boss", "manager"}) {
      assertRefused(Why.FOUR_EYES, () -> desk.approve(submitted, null, person));
    }
    desk.approve(submitted, null, "boss2");
  }

  @Test
  void shouldReplaceTheApprovedVersionAndKeepItReadableForTouchesUnderWay() {
    // given
    var first = desk.approve(desk.submit(draft("第一版"), "ops"), null, "manager");
    var second = desk.revise(first.key(), "ops");
    assertRefused(Why.TAKEN, () -> desk.revise(first.key(), "ops"));
    assertThat(contents.render(first.key(), Map.of())).contains("第一版");
    // when
    var edited = desk.edit(second, message("第二版"), "ops");
    desk.approve(desk.submit(edited, "ops"), null, "manager");
    // then
    assertThat(contents.render(first.key(), Map.of())).contains("第二版");
    assertThat(contents.render(first.key(), 1, Map.of())).contains("第一版");
    assertThat(library.piece(first.key()).orElseThrow().versions())
        .extracting(ContentLibrary.Version::state)
        .containsExactly(PieceState.APPROVED, PieceState.RETIRED);
  }

  @Test
  void shouldNeverSayAVersionThatWasNotApproved() {
    var seen = draft("草稿");
    assertThat(contents.render(seen.key(), 1, Map.of())).isEmpty();
    desk.submit(seen, "ops");
    assertThat(contents.render(seen.key(), 1, Map.of())).isEmpty();
  }

  @Test
  void shouldRefuseADecisionAboutWhatHasChangedSince() {
    // given
    var seen = draft("一");
    var submitted = desk.submit(seen, "ops");
    var back = desk.withdraw(submitted, "错字", "ops");
    var again = desk.submit(desk.edit(back, message("二"), "ops"), "ops");
    // then
    assertRefused(Why.CHANGED, () -> desk.approve(submitted, null, "manager"));
    assertRefused(Why.CHANGED, () -> desk.edit(again, message("三"), "ops"));
    assertRefused(Why.CHANGED, () -> desk.submit(seen, "ops"));
    desk.approve(again, null, "manager");
  }

  @Test
  void shouldSendARejectedTextBackWithTheReason() {
    // given
    var submitted = desk.submit(draft("一"), "ops");
    // when
    var back = desk.reject(submitted, "太长", "manager");
    // then
    var piece = library.piece(back.key()).orElseThrow();
    assertThat(piece.versions().getFirst().state()).isEqualTo(PieceState.DRAFT);
    assertThat(piece.decisions().getFirst().action()).isEqualTo("REJECTED");
    assertThat(piece.decisions().getFirst().reason()).isEqualTo("太长");
    assertThat(piece.decisions().getFirst().actor()).isEqualTo("manager");
    assertRefused(Why.CHANGED, () -> desk.approve(back, null, "manager"));
  }

  @Test
  void shouldTakeRetiredContentOutOfUse() {
    // given
    var approved = desk.approve(desk.submit(draft("一"), "ops"), null, "manager");
    // when
    var retired = desk.retire(approved, "活动结束", "manager");
    // then
    assertThat(contents.render(approved.key(), Map.of())).isEmpty();
    assertRefused(Why.CHANGED, () -> desk.retire(retired, "再来", "manager"));
    desk.revise(approved.key(), "ops");
  }

  @Test
  void shouldNotPutABrokenTextIntoReview() {
    // given
    var seen = draft("您好 {nickname} {coupon:date}");
    // then
    assertThatThrownBy(() -> desk.submit(seen, "ops"))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::rule)
                    .containsExactly("placeholder-unknown", "placeholder-type"));
    assertThat(library.piece(seen.key()).orElseThrow().versions().getFirst().state())
        .isEqualTo(PieceState.DRAFT);
  }

  @Test
  void shouldRefuseBadInput() {
    assertRefused(Why.BAD_INPUT, () -> desk.create("Ä key", message("x"), "ops"));
    assertRefused(Why.BAD_INPUT, () -> desk.create("k1", message("x\0"), "ops"));
    assertRefused(Why.BAD_INPUT, () -> desk.create("k1", message("x".repeat(100_001)), "ops"));
    assertRefused(Why.UNKNOWN, () -> desk.revise("no-such-key", "ops"));
    assertRefused(Why.UNKNOWN, () -> desk.submit(new Seen("no-such-key", 1, 1), "ops"));
    assertRefused(Why.TAKEN, () -> desk.create("welcome-ads", message("x"), "ops"));
  }

  @Test
  void shouldApproveOnceWhenTwoPeoplePressAtTheSameMoment() throws Exception {
    // given
    var submitted = desk.submit(draft("一"), "ops");
    var together = new CyclicBarrier(8);
    // when
    int approved;
    try (var pool = Executors.newFixedThreadPool(8)) {
      var presses =
          IntStream.range(0, 8)
              .mapToObj(
                  n ->
                      pool.submit(
                          () -> {
                            together.await();
                            try {
                              desk.approve(submitted, null, "manager" + n);
                              return 1;
                            } catch (ContentRefused e) {
                              return 0;
                            }
                          }))
              .toList();
      approved = 0;
      for (var press : presses) {
        approved += press.get();
      }
    }
    // then
    assertThat(approved).isEqualTo(1);
  }

  @Test
  void shouldTreatTextsThatCameWithTheProductAsApproved() {
    // when
    var entries = library.entries();
    // then
    assertThat(entries)
        .filteredOn(entry -> entry.changedAt() == null)
        .hasSizeGreaterThan(15)
        .allMatch(entry -> Objects.equals(entry.approvedVersion(), entry.version()));
    assertThat(entries)
        .anyMatch(e -> e.key().equals("welcome-ads") && e.kind() == PieceKind.WELCOME);
  }

  @Test
  void shouldFillProductAndLinkFromTheKit() {
    // given
    desk.nameKit("tea-1", "明前龙井", "ops");
    var link = new Draft(PieceKind.LINK, "tea-1", "", "https://mall.example/tea-1");
    desk.approve(desk.submit(desk.create("tea-1-link", link, "ops"), "ops"), null, "manager");
    var offer = new Draft(PieceKind.MESSAGE, "tea-1", "", "{name}，{product} {link} {date}");
    desk.approve(desk.submit(desk.create("tea-1-offer", offer, "ops"), "ops"), null, "manager");
    // when
    var text = contents.render("tea-1-offer", Map.of("name", "小明"));
    // then
    assertThat(text).contains("小明，明前龙井 https://mall.example/tea-1 12月1日");
    assertThat(library.kits())
        .filteredOn(kit -> kit.product().equals("tea-1"))
        .singleElement()
        .satisfies(kit -> assertThat(kit.missing()).hasSize(5));
  }

  @Test
  void shouldShowInAPreviewWhatStaysEmpty() {
    // when
    var preview =
        library.preview(PieceKind.MESSAGE, null, "{name} {coupon} {oops}", Map.of("name", "小明"));
    // then
    assertThat(preview.text()).isEqualTo("小明  {oops}".replace("{oops}", ""));
    assertThat(preview.empty()).containsExactly("coupon");
    assertThat(preview.findings()).extracting(Finding::rule).containsExactly("placeholder-unknown");
  }

  @Test
  void shouldTellThePipelineWhatPeopleDidUnderOneKeyPerVersion() {
    // given
    var seen = draft("一");
    // when
    var back = desk.reject(desk.submit(seen, "ops"), "再改", "manager");
    var approved = desk.approve(desk.submit(back, "ops"), null, "manager");
    desk.retire(approved, "结束", "ops");
    // then
    var told = told(seen.key() + ".v1");
    assertThat(told)
        .extracting(Announcement::name)
        .containsExactly(
            "content-planned",
            "content-drafted",
            "content-reviewed",
            "content-drafted",
            "content-reviewed",
            "content-retired");
    assertThat(told.get(2).variables()).containsEntry("decision", "REJECTED");
    assertThat(told.get(4).variables()).containsEntry("decision", "APPROVED");
    assertThat(told).extracting(Announcement::key).doesNotHaveDuplicates();
  }

  @Test
  void shouldNotEndTheRoundOfAVersionThatWasReplaced() {
    // given
    var first = desk.approve(desk.submit(draft("一"), "ops"), null, "manager");
    // when
    desk.approve(desk.submit(desk.revise(first.key(), "ops"), "ops"), null, "manager");
    // then
    assertThat(told(first.key() + ".v1"))
        .extracting(Announcement::name)
        .doesNotContain("content-retired");
    assertThat(told(first.key() + ".v2")).hasSize(3);
  }

  private static List<Announcement> told(String round) {
    return ANNOUNCED.stream().filter(one -> one.correlationKey().equals(round)).toList();
  }
}
