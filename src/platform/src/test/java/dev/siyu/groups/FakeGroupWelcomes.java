package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.GroupWelcomes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Welcomes at a WeCom of our own. */
final class FakeGroupWelcomes implements GroupWelcomes {

  final Map<String, String> texts = new LinkedHashMap<>();
  @Nullable CallResult<String> nextAdd;

  @Override
  public CallResult<String> add(String text, boolean notify) {
    var answer = nextAdd;
    nextAdd = null;
    if (answer == null) {
      texts.put("t" + texts.size(), text);
      return new CallResult.Ok<>("t" + (texts.size() - 1));
    }
    return answer;
  }

  @Override
  public CallResult<Boolean> edit(String templateId, String text) {
    texts.put(templateId, text);
    return new CallResult.Ok<>(true);
  }

  @Override
  public CallResult<String> get(String templateId) {
    return new CallResult.Ok<>(Objects.requireNonNull(texts.get(templateId)));
  }

  @Override
  public CallResult<Boolean> delete(String templateId) {
    texts.remove(templateId);
    return new CallResult.Ok<>(true);
  }
}
