package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that says when all groups were compared and when they will be. */
@Component
class LookTable {

  private final JdbcClient jdbc;

  LookTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Groups.Compared last() {
    return jdbc.sql("SELECT * FROM group_look")
        .query(
            (row, n) -> {
              var found = (Integer) row.getObject("found");
              return new Groups.Compared(
                  ChatTable.maybe(row, "looked_at"), found, row.getString("note"));
            })
        .single();
  }

  /** Empty: never planned. */
  Optional<Instant> next() {
    return jdbc.sql("SELECT * FROM group_look")
        .query((row, n) -> Optional.ofNullable(ChatTable.maybe(row, "next_at")))
        .single();
  }

  void due(Instant when) {
    jdbc.sql("UPDATE group_look SET next_at = :at").param("at", at(when)).update();
  }

  void looked(Instant now, int found, String note, Instant next) {
    jdbc.sql(
            "UPDATE group_look SET looked_at = :now, found = :found, note = :note, next_at = :next")
        .param("now", at(now))
        .param("found", found)
        .param("note", note)
        .param("next", at(next))
        .update();
  }

  void failed(String note, Instant next) {
    jdbc.sql("UPDATE group_look SET note = :note, next_at = :next")
        .param("note", note)
        .param("next", at(next))
        .update();
  }
}
