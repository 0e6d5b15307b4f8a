package dev.siyu.inbox;

import dev.siyu.mall.MallEvents;
import dev.siyu.wecom.WeComEvent;
import dev.siyu.wecom.WeComEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives an event its one effect: closing it, the domain change and the announcements are one
 * transaction.
 */
final class EventEffects {

  private final WeComEvents wecomEvents;
  private final MallEvents mallEvents;
  private final ContactDetails details;
  private final ContactEffects contacts;
  private final MallEffects mall;
  private final ShopEffects shops;
  private final GroupEffects groups;
  private final InboxTable table;
  private final TransactionTemplate transactions;

  EventEffects(
      WeComEvents wecomEvents,
      MallEvents mallEvents,
      ContactDetails details,
      ContactEffects contacts,
      MallEffects mall,
      ShopEffects shops,
      GroupEffects groups,
      InboxTable table,
      TransactionTemplate transactions) {
    this.wecomEvents = wecomEvents;
    this.mallEvents = mallEvents;
    this.details = details;
    this.contacts = contacts;
    this.mall = mall;
    this.shops = shops;
    this.groups = groups;
    this.table = table;
    this.transactions = transactions;
  }

  /** Nothing follows from it but that it was heard. */
  boolean isWithout(StoredEvent event) {
    return event.source() == InboundEvent.Source.WECOM
        && wecomEvents.read(event.body()) instanceof WeComEvent.Other;
  }

  Handling apply(StoredEvent event) {
    return switch (event.source()) {
      case WECOM -> applyWeCom(event);
      case MALL -> once(event, null, () -> mall.apply(mallEvents.read(event.body()), event));
      case WXSTORE, YOUZAN -> shops.apply(event, (same, effect) -> once(same, null, effect));
    };
  }

  private Handling applyWeCom(StoredEvent event) {
    return switch (wecomEvents.read(event.body())) {
      case WeComEvent.ContactAdded added ->
          switch (details.of(added, event.attempts())) {
            case ContactDetails.Later later -> new Handling.Later(later.after(), later.reason());
            case ContactDetails.Known known ->
                once(event, added.staffUserId(), () -> contacts.added(event, added, known));
          };
      case WeComEvent.ContactLeft left ->
          once(event, left.staffUserId(), () -> contacts.left(event, left));
      case WeComEvent.ChatStarted chat -> once(event, null, () -> contacts.replied(event, chat));
      case WeComEvent.TransferFailed failed ->
          once(event, null, () -> contacts.transferFailed(failed));
      case WeComEvent.GroupChanged changed ->
          groups.apply(event, changed, (same, effect) -> once(same, null, effect));
      case WeComEvent.ContactEdited edited -> once(event, null, () -> contacts.edited(edited));
      case WeComEvent.CorpTagsChanged changed -> once(event, null, contacts::corpTagsChanged);
      case WeComEvent.CardPressed pressed -> once(event, null, () -> contacts.pressed(pressed));
      case WeComEvent.Other other -> once(event, null, () -> {});
    };
  }

  private Handling once(StoredEvent event, @Nullable String relation, Runnable effect) {
    transactions.executeWithoutResult(
        status -> {
          if (table.done(event.id(), relation)) {
            effect.run();
          }
        });
    return new Handling.Applied();
  }
}
