package dev.siyu.workers.wecom;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags to mark and to unmark, as designers write them: names with commas between. */
record TagChange(List<String> add, List<String> remove) {

  static TagChange of(String add, @Nullable String remove) {
    return new TagChange(names(add), remove == null ? List.of() : names(remove));
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split("[,，]")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return remove.isEmpty()
        ? "+" + String.join(",", add)
        : "+" + String.join(",", add) + " -" + String.join(",", remove);
  }
}
