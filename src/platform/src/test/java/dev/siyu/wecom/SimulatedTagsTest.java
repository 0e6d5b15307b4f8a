package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedTagsTest {

  private SimulatedStaff staff;
  private CorpTags tags;
  private WxWeCom weCom;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    staff = new SimulatedStaff(data);
    var lines = staff.lines(Duration.ofSeconds(5));
    tags = new WxCorpTags(lines);
    weCom = new WxWeCom(lines);
    staff.add("wm1", "li.na");
  }

  @AfterEach
  void close() throws IOException {
    staff.close();
  }

  private List<CorpTags.Group> list() {
    return ((CallResult.Ok<List<CorpTags.Group>>) tags.list()).value();
  }

  private String id(String name) {
    return list().stream()
        .flatMap(group -> group.tags().stream())
        .filter(tag -> tag.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void shouldPutWhatAJourneyMarksIntoTheGroupOfItsFamily() {
    // when
    weCom.markTags("li.na", "wm1", List.of("来源/门店", "跟进/新添加", "爱喝茶"), List.of());
    // then
    assertThat(list())
        .extracting(group -> group.name() + " " + group.tags().getFirst().name())
        .containsExactlyInAnyOrder("来源渠道 来源/门店", "跟进状态 跟进/新添加", "Siyu 爱喝茶");
    assertThat(((CallResult.Ok<java.util.Set<String>>) tags.of("wm1")).value())
        .containsExactlyInAnyOrder("来源/门店", "跟进/新添加", "爱喝茶");
  }

  @Test
  void shouldCreateRenameAndDelete() {
    // when
    assertThat(tags.create("营销活动", List.of("活动/双十一", "活动/年货节")))
        .isEqualTo(new CallResult.Ok<>(true));
    assertThat(tags.rename(id("活动/双十一"), "活动/618")).isEqualTo(new CallResult.Ok<>(true));
    assertThat(tags.delete(List.of(id("活动/年货节")), List.of())).isEqualTo(new CallResult.Ok<>(true));
    // then
    assertThat(list().getFirst().tags()).extracting(CorpTags.Tag::name).containsExactly("活动/618");
    // when the group goes, its tags go
    tags.delete(List.of(), List.of(list().getFirst().id()));
    assertThat(list()).isEmpty();
  }

  @Test
  void shouldBeRefusedATwinAndAnothersTag() {
    // given
    tags.create("营销活动", List.of("活动/双十一"));
    staff.post("/sim/wecom/tags", "{\"change\":\"create\",\"group\":\"会员\",\"name\":\"VIP\"}");
    // then
    assertThat(code(tags.create("营销活动", List.of("活动/双十一")))).isEqualTo("40071");
    assertThat(code(tags.rename(id("VIP"), "贵宾"))).isEqualTo("81011");
    assertThat(code(tags.delete(List.of(id("VIP")), List.of()))).isEqualTo("81011");
  }

  @Test
  void shouldMarkATagUnderItsNewNameAfterItWasRenamedHere() {
    // given
    weCom.markTags("li.na", "wm1", List.of("活动/双十一"), List.of());
    tags.rename(id("活动/双十一"), "活动/618");
    // when the old name is marked again it is another tag
    weCom.markTags("li.na", "wm1", List.of("活动/双十一"), List.of());
    // then
    assertThat(((CallResult.Ok<java.util.Set<String>>) tags.of("wm1")).value())
        .containsExactlyInAnyOrder("活动/618", "活动/双十一");
  }

  @Test
  void shouldReadWhatCallbacksTellOfTags() {
    // given
    var xml = new CallbackXml(Clock.systemUTC());
    // then
    assertThat(
            xml.read(
                """
                <xml><Event>change_external_tag</Event><ChangeType>delete</ChangeType>
                <Id>et1</Id><TagType>tag_group</TagType><CreateTime>100</CreateTime></xml>
                """
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new WeComEvent.CorpTagsChanged("et1", "delete", java.time.Instant.ofEpochSecond(100)));
    assertThat(
            xml.read(
                """
                <xml><Event>change_external_contact</Event>
                <ChangeType>edit_external_contact</ChangeType><UserID>li.na</UserID>
                <ExternalUserID>wm1</ExternalUserID><CreateTime>100</CreateTime></xml>
                """
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new WeComEvent.ContactEdited("li.na", "wm1", java.time.Instant.ofEpochSecond(100)));
  }

  private static String code(CallResult<Boolean> result) {
    return result instanceof CallResult.Declined<Boolean> no ? no.code() : result.toString();
  }
}
