package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.groups.GroupRefused.Why;
import dev.siyu.wecom.GroupWelcomes;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcGroupWelcomeDesk implements GroupWelcomeDesk {

  private static final String CLAIM =
      """
      INSERT INTO group_welcome (content, text, status, created_by, changed_at)
      VALUES (:content, :text, 'CREATING', :who, :now)
      ON CONFLICT (content) WHERE status <> 'DELETED' DO NOTHING RETURNING id
      """;
  private static final String END =
      """
      UPDATE group_welcome SET status = :status, template_id = :template, note = :note,
        changed_at = :now
      WHERE id = :id AND status = 'CREATING'
      """;
  private static final String SAID =
      """
      UPDATE group_welcome SET text = :text, note = :note, changed_at = :now
      WHERE id = :id AND status = 'ACTIVE'
      """;
  private static final String DELETED =
      """
      UPDATE group_welcome SET status = 'DELETED', changed_at = :now
      WHERE id = :id AND status <> 'DELETED'
      """;

  private final JdbcClient jdbc;
  private final GroupWelcomes wecom;
  private final Contents contents;
  private final GroupTouchTable approved;
  private final Clock clock;

  JdbcGroupWelcomeDesk(
      JdbcClient jdbc,
      GroupWelcomes wecom,
      Contents contents,
      GroupTouchTable approved,
      Clock clock) {
    this.jdbc = jdbc;
    this.wecom = wecom;
    this.contents = contents;
    this.approved = approved;
    this.clock = clock;
  }

  @Override
  public List<View> all() {
    return jdbc.sql("SELECT * FROM group_welcome WHERE status <> 'DELETED' ORDER BY id")
        .query(
            (row, n) ->
                new View(
                    row.getLong("id"),
                    row.getString("content"),
                    row.getString("text"),
                    row.getString("status"),
                    row.getString("template_id"),
                    row.getString("note"),
                    ChatTable.instant(row, "changed_at")))
        .list();
  }

  @Override
  public void create(String content, String who) {
    var text = text(content);
    long id =
        sql(CLAIM)
            .param("content", content)
            .param("text", text)
            .param("who", who)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new GroupRefused(Why.EXISTS, "a welcome of " + content));
    switch (wecom.add(text, false)) {
      case CallResult.Ok<String> ok -> end(id, "ACTIVE", ok.value(), null);
      case CallResult.Unknown<String> none ->
          end(id, "UNKNOWN", null, none.code() + " " + none.reason());
      case CallResult.Declined<String> no -> end(id, "FAILED", null, no.code() + " " + no.reason());
      case CallResult.Broken<String> no -> end(id, "FAILED", null, no.code() + " " + no.reason());
      case CallResult.Retryable<String> no ->
          end(id, "FAILED", null, no.code() + " " + no.reason());
    }
  }

  private void end(long id, String status, @Nullable String templateId, @Nullable String note) {
    sql(END)
        .param("id", id)
        .param("status", status)
        .param("template", templateId, Types.VARCHAR)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  @Override
  public boolean refresh(long id) {
    var known = find(id).filter(one -> one.status().equals("ACTIVE"));
    known.ifPresent(
        one -> {
          var text = text(one.content());
          var answer = wecom.edit(String.valueOf(one.templateId()), text);
          boolean done = answer instanceof CallResult.Ok<Boolean>;
          sql(SAID)
              .param("id", id)
              .param("text", done ? text : one.text())
              .param("note", done ? null : answer.toString(), Types.VARCHAR)
              .update();
        });
    return known.isPresent();
  }

  @Override
  public boolean delete(long id) {
    var known = find(id);
    var template = known.map(View::templateId).orElse(null);
    if (template != null && !(wecom.delete(template) instanceof CallResult.Ok<Boolean>)) {
      throw new GroupRefused(Why.WECOM, "welcome " + id + " is not deleted (expected: try again)");
    }
    return known.isPresent() && sql(DELETED).param("id", id).update() == 1;
  }

  private Optional<View> find(long id) {
    return all().stream().filter(one -> one.id() == id).findFirst();
  }

  private String text(String content) {
    return approved
        .approvedVersion(content)
        .flatMap(version -> contents.render(content, version, Map.of()))
        .orElseThrow(() -> new GroupRefused(Why.NO_CONTENT, "content '" + content + "'"));
  }

  private JdbcClient.StatementSpec sql(String sql) {
    var spec = jdbc.sql(sql);
    return spec.param("now", ChatTable.at(clock.instant()));
  }
}
