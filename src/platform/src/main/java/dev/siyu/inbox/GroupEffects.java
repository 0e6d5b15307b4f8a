package dev.siyu.inbox;

import dev.siyu.groups.GroupNews;
import dev.siyu.wecom.WeComEvent.GroupChanged;

/** What a change of a group brings: the group is asked first, outside any transaction. */
final class GroupEffects {

  private final GroupNews groups;
  private final InboxTable table;

  GroupEffects(GroupNews groups, InboxTable table) {
    this.groups = groups;
    this.table = table;
  }

  Handling apply(StoredEvent event, GroupChanged changed, ShopEffects.Once once) {
    var look = groups.look(changed);
    return look instanceof GroupNews.Look.Later later
        ? new Handling.Postponed(later.after(), later.reason())
        : once.of(event, () -> noted(event, groups.apply(changed, look)));
  }

  private void noted(StoredEvent event, String note) {
    if (!note.isEmpty()) {
      table.note(event.id(), note);
    }
  }
}
