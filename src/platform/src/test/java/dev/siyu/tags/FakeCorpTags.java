package dev.siyu.tags;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.CorpTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WeCom's tags in memory. */
final class FakeCorpTags implements CorpTags {

  List<Group> groups = new ArrayList<>();
  final Map<String, CallResult<Set<String>>> worn = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  Runnable onAsk = () -> {};
  CallResult<Boolean> answer = new CallResult.Ok<>(true);
  boolean down;

  void has(String group, Tag... tags) {
    groups.add(new Group("g-" + group, group, List.of(tags)));
  }

  @Override
  public CallResult<List<Group>> list() {
    return down
        ? new CallResult.Retryable<>("-1", "busy", java.time.Duration.ofSeconds(1))
        : new CallResult.Ok<>(List.copyOf(groups));
  }

  @Override
  public CallResult<Boolean> create(String groupName, List<String> names) {
    if (answer instanceof CallResult.Ok<Boolean>) {
      has(groupName, names.stream().map(name -> new Tag("t-" + name, name)).toArray(Tag[]::new));
    }
    return answer;
  }

  @Override
  public CallResult<Boolean> rename(String id, String name) {
    groups =
        new ArrayList<>(
            groups.stream()
                .map(
                    group ->
                        new Group(
                            group.id(),
                            group.name(),
                            group.tags().stream()
                                .map(tag -> tag.id().equals(id) ? new Tag(id, name) : tag)
                                .toList()))
                .toList());
    return answer;
  }

  @Override
  public CallResult<Boolean> delete(List<String> tagIds, List<String> groupIds) {
    groups.removeIf(group -> groupIds.contains(group.id()));
    return answer;
  }

  @Override
  public CallResult<Set<String>> of(String externalUserId) {
    asked.add(externalUserId);
    onAsk.run();
    return worn.getOrDefault(externalUserId, new CallResult.Declined<>("84061", "no contact"));
  }
}
