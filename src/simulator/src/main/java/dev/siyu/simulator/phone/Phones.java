package dev.siyu.simulator.phone;

import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.journal.MallFact;
import dev.siyu.simulator.journal.MassSendFact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.PostFact;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.Texts;
import dev.siyu.simulator.journal.TouchFact;
import dev.siyu.simulator.phone.Bubble.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each customer's phone and each member's app messages show. Guarded by the journal's lock.
 */
public final class Phones implements Projection {

  private final Map<String, List<Bubble>> byCustomer = new HashMap<>();
  private final Map<String, List<Bubble>> byStaff = new HashMap<>();
  private final Map<String, String> externalByUnion = new HashMap<>();
  private final Map<String, String> massTexts = new HashMap<>();
  private final GroupPhones groups = new GroupPhones(this::show);
  private final Texts texts = new Texts();

  List<Bubble> of(String externalUserId) {
    return byCustomer.getOrDefault(externalUserId, List.of());
  }

  List<Bubble> ofStaff(String staffUserId) {
    return byStaff.getOrDefault(staffUserId, List.of());
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof ContactFact told) {
      contact(told, moment);
    }
    if (fact instanceof MallFact told) {
      mall(told, moment);
    }
    if (fact instanceof GroupFact told) {
      groups.heard(told, moment);
    }
    if (fact instanceof TouchFact.Welcomed told) {
      show(told.externalUserId(), moment, Kind.WELCOME, told.staffUserId(), told.text());
    }
    if (fact instanceof TouchFact.AppMessageReceived told) {
      byStaff
          .computeIfAbsent(told.staffUserId(), s -> new ArrayList<>())
          .add(new Bubble(moment.at(), Kind.APP_MESSAGE, "", texts.same(told.text())));
    }
    if (fact instanceof PostFact.Created told) {
      massTexts.put(told.momentId(), texts.same(told.text()));
    }
    if (fact instanceof PostFact.Published told) {
      String text = massTexts.getOrDefault(told.momentId(), "");
      told.viewers()
          .forEach(
              customer ->
                  add(
                      customer,
                      new Bubble(
                          moment.at(), Kind.MOMENT, told.staffUserId(), text, told.momentId())));
    }
    if (fact instanceof MassSendFact.Created told) {
      massTexts.put(told.msgId(), texts.same(told.text()));
    }
    if (fact instanceof MassSendFact.Confirmed told) {
      String text = massTexts.getOrDefault(told.msgId(), "");
      told.results()
          .forEach(
              (customer, status) -> {
                if (status == 1 && groups.knows(customer)) {
                  groups.posted(customer, moment, text);
                } else if (status == 1) {
                  show(customer, moment, Kind.MASS_SEND, told.staffUserId(), text);
                }
              });
    }
  }

  private void contact(ContactFact told, Moment moment) {
    String customer = told.externalUserId();
    String staff = told.staffUserId();
    switch (told) {
      case ContactFact.Added added -> {
        externalByUnion.put(added.unionId(), customer);
        String from = added.state();
        show(customer, moment, Kind.ADDED, staff, from == null ? "" : from);
      }
      case ContactFact.Left left ->
          show(customer, moment, left.byCustomer() ? Kind.LEFT : Kind.REMOVED, staff, "");
      case ContactFact.Replied replied -> show(customer, moment, Kind.OWN, staff, replied.text());
    }
  }

  private void mall(MallFact told, Moment moment) {
    String customer = externalByUnion.get(told.unionId());
    if (customer == null) {
      return;
    }
    switch (told) {
      case MallFact.OrderPaid paid ->
          show(customer, moment, Kind.PAID, yuan(paid.amountCents()), paid.orderId());
      case MallFact.OrderRefunded back ->
          show(customer, moment, Kind.REFUNDED, yuan(back.amountCents()), back.refundId());
      case MallFact.CouponIssued issued ->
          show(
              customer,
              moment,
              Kind.COUPON,
              yuan(issued.faceCents()),
              issued.code() + " · " + issued.template());
      case MallFact.CouponExpired gone -> {}
      case MallFact.CouponRevoked back ->
          show(customer, moment, Kind.COUPON_REVOKED, "", back.code());
      case MallFact.CouponUsed used -> show(customer, moment, Kind.COUPON_USED, "", used.code());
    }
  }

  private void show(String customer, Moment moment, Kind kind, String who, String text) {
    add(customer, new Bubble(moment.at(), kind, texts.same(who), texts.same(text)));
  }

  private void add(String customer, Bubble bubble) {
    byCustomer.computeIfAbsent(texts.same(customer), c -> new ArrayList<>(4)).add(bubble);
  }

  static String yuan(long cents) {
    return java.math.BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
