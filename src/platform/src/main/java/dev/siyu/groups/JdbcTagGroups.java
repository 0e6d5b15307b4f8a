package dev.siyu.groups;

import dev.siyu.customers.Stage;
import dev.siyu.groups.GroupRefused.Why;
import dev.siyu.groups.TagGroupTable.Chosen;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcTagGroups implements TagGroups {

  private static final List<String> LAYERS = List.of("CORE", "INFLUENCE", "OUTER");
  private static final int SHOWN = 8;

  private final TagGroupTable table;
  private final GroupWork groups;
  private final GroupTouchTable contents;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcTagGroups(
      TagGroupTable table,
      GroupWork groups,
      GroupTouchTable contents,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.groups = groups;
    this.contents = contents;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Choices choices() {
    return new Choices(
        table.tags(), LAYERS, Arrays.stream(Stage.values()).map(Stage::name).toList());
  }

  @Override
  public Preview preview(Choice choice, String joinWay) {
    var chosen = table.chosen(choice, chats(joinWay));
    var outside = chosen.stream().filter(one -> !one.inside()).toList();
    return new Preview(
        outside.size(),
        chosen.size() - outside.size(),
        outside.stream().map(Chosen::name).limit(SHOWN).toList());
  }

  @Override
  public long start(String name, Choice choice, String joinWay, String content, String who) {
    var chats = chats(joinWay);
    if (contents.approvedVersion(content).isEmpty()) {
      throw new GroupRefused(Why.NO_CONTENT, "content '" + content + "' (expected: approved)");
    }
    return transactions.execute(
        status -> {
          var now = clock.instant();
          var customers =
              table.chosen(choice, chats).stream()
                  .filter(one -> !one.inside())
                  .map(Chosen::id)
                  .toList();
          long id = table.start(name, choice, joinWay, content, who, now);
          table.plan(id, customers, now);
          return id;
        });
  }

  private List<String> chats(String joinWay) {
    return groups
        .wayIn(joinWay)
        .orElseThrow(
            () -> new GroupRefused(Why.WRONG_STATE, "join way " + joinWay + " (expected: ACTIVE)"))
        .chats();
  }

  @Override
  public List<View> all() {
    return table.all();
  }
}
