package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.JoinWays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways at a WeCom of our own. */
final class FakeJoinWays implements JoinWays {

  final Map<String, Way> ways = new LinkedHashMap<>();
  int updates;
  @Nullable CallResult<String> nextAdd;

  @Override
  public CallResult<String> add(Way way) {
    var answer = nextAdd;
    nextAdd = null;
    if (answer != null) {
      return answer;
    }
    ways.put("config-" + way.state(), way);
    return new CallResult.Ok<>("config-" + way.state());
  }

  @Override
  public CallResult<Known> get(String configId) {
    var way = ways.get(configId);
    return way == null
        ? new CallResult.Broken<>("41044", "no such way")
        : new CallResult.Ok<>(new Known(configId, "https://qr/" + configId, way));
  }

  @Override
  public CallResult<Boolean> update(String configId, Way way) {
    updates++;
    ways.put(configId, way);
    return new CallResult.Ok<>(true);
  }

  @Override
  public CallResult<Boolean> delete(String configId) {
    ways.remove(configId);
    return new CallResult.Ok<>(true);
  }
}
