package dev.siyu.layers;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.layers.CoreTable.Member;
import dev.siyu.tasks.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells operators (运营) whom they care for from now on and whom no more; in the transaction. */
@Component
class CoreNotices {

  private final ObjectProvider<Notices> notices;
  private final Customers customers;

  CoreNotices(ObjectProvider<Notices> notices, Customers customers) {
    this.notices = notices;
    this.customers = customers;
  }

  void joined(String id, Member member) {
    tell("joined", id, member, "新的核心会员由您负责：" + name(id) + "，导购 " + member.staffUserId());
  }

  void left(String id, Member member, String why) {
    tell("left", id, member, "核心会员 " + name(id) + " 已离开核心圈：" + why);
  }

  private String name(String id) {
    return customers
        .find(new CustomerId(id))
        .map(Customer::name)
        .filter(name -> !name.isBlank())
        .orElse(id);
  }

  private void tell(String what, String id, Member member, String text) {
    @Nullable String operator = member.operator();
    if (operator != null && !operator.isBlank()) {
      var key = "core-" + what + ":" + id + ":" + member.entry();
      notices.ifAvailable(told -> told.tell(key, operator, text));
    }
  }
}
