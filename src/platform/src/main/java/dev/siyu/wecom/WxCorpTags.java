package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Caller.Call;
import dev.siyu.wecom.Caller.Effect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupList.TagGroup;
import me.chanjar.weixin.cp.bean.external.contact.FollowedUser;
import org.springframework.stereotype.Component;

@Component
final class WxCorpTags implements CorpTags {

  /** The other types are a member's own tags and those of rules. */
  private static final int CORP_TAG = 1;

  private final WeComLines lines;

  WxCorpTags(WeComLines lines) {
    this.lines = lines;
  }

  @Override
  public CallResult<List<Group>> list() {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var groups = lines.contacts().getCorpTagList(new String[0]).getTagGroupList();
              return Objects.requireNonNullElse(groups, List.<TagGroup>of()).stream()
                  .map(WxCorpTags::group)
                  .toList();
            });
  }

  private static Group group(TagGroup found) {
    var tags = found.getTag().stream().map(tag -> new Tag(tag.getId(), tag.getName())).toList();
    return new Group(found.getGroupId(), found.getGroupName(), tags);
  }

  @Override
  public CallResult<Boolean> create(String groupName, List<String> names) {
    var wanted = new WxCpUserExternalTagGroupInfo.TagGroup();
    wanted.setGroupName(groupName);
    wanted.setTag(names.stream().map(TagIds::tag).toList());
    var info = new WxCpUserExternalTagGroupInfo();
    info.setTagGroup(wanted);
    return changed(() -> lines.contacts().addCorpTag(info));
  }

  @Override
  public CallResult<Boolean> rename(String id, String name) {
    return changed(() -> lines.contacts().editCorpTag(id, name, null));
  }

  @Override
  public CallResult<Boolean> delete(List<String> tagIds, List<String> groupIds) {
    var tags = tagIds.toArray(String[]::new);
    var groups = groupIds.toArray(String[]::new);
    return changed(() -> lines.contacts().delCorpTag(tags, groups));
  }

  private CallResult<Boolean> changed(Call<?> call) {
    return lines
        .caller()
        .call(
            Effect.CHANGES,
            () -> {
              call.make();
              lines.tags().forget();
              return true;
            });
  }

  @Override
  public CallResult<Set<String>> of(String externalUserId) {
    return lines
        .caller()
        .call(
            Effect.READS,
            () -> {
              var id = URLEncoder.encode(externalUserId, StandardCharsets.UTF_8);
              var info = lines.contacts().getContactDetail(id, null);
              var members =
                  Objects.requireNonNullElse(info.getFollowedUsers(), List.<FollowedUser>of());
              var names = new LinkedHashSet<String>();
              for (var member : members) {
                var tags = Objects.requireNonNullElse(member.getTags(), new FollowedUser.Tag[0]);
                Arrays.stream(tags)
                    .filter(tag -> tag.getType() == CORP_TAG)
                    .forEach(tag -> names.add(tag.getTagName()));
              }
              return names;
            });
  }
}
