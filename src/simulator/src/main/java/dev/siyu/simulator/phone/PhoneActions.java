package dev.siyu.simulator.phone;

import dev.siyu.simulator.control.ControlDoor;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.wecom.Contact;
import dev.siyu.simulator.wecom.Friendship;
import dev.siyu.simulator.wecom.Ids;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What the buttons of a phone do: the same happenings a test would tell. */
final class PhoneActions {

  private static final BigDecimal MOST_YUAN = new BigDecimal(10_000_000);

  private final Journal journal;
  private final ControlDoor control;

  PhoneActions(Journal journal, ControlDoor control) {
    this.journal = journal;
    this.control = control;
  }

  void act(Contact contact, String what, Map<String, String> form) {
    ObjectNode told = Json.MAPPER.createObjectNode();
    told.put("externalUserId", contact.externalUserId());
    told.put("unionId", contact.unionId());
    told.put("name", contact.name());
    Friendship friendship = journal.read(() -> friendship(contact));
    told.put("staffUserId", friendship.staffUserId());
    told.put("state", friendship.state());
    switch (what) {
      case "reply" -> {
        told.put("text", form.getOrDefault("text", ""));
        told.put("id", Ids.random("phone"));
        control.tell("reply", told);
      }
      case "buy" -> {
        told.put("orderId", "P" + Ids.random("").substring(0, 10));
        told.put("amountCents", cents(form.getOrDefault("yuan", "")));
        told.put("couponCode", form.getOrDefault("coupon", ""));
        control.tell("order", told);
      }
      case "like" -> {
        told.put("momentId", form.getOrDefault("momentId", ""));
        told.put("staffUserId", form.getOrDefault("staffUserId", ""));
        control.tell("react", told);
      }
      case "leave" -> control.tell("leave", told.put("byCustomer", true));
      case "add" -> control.tell("add", told);
      case "join-group" ->
          control.tell("join-group", told.put("configId", form.getOrDefault("configId", "")));
      case "leave-group" ->
          control.tell("leave-group", told.put("chatId", form.getOrDefault("chatId", "")));
      default -> throw new BadRequest("no such button: " + what);
    }
  }

  /** The newest friendship, which may be over. */
  private static Friendship friendship(Contact contact) {
    Friendship newest = contact.newest();
    if (newest == null) {
      throw new BadRequest("was never added: " + contact.externalUserId());
    }
    return newest;
  }

  private static long cents(String yuan) {
    try {
      BigDecimal amount = new BigDecimal(yuan.strip());
      if (amount.signum() >= 0 && amount.compareTo(MOST_YUAN) <= 0) {
        return amount.movePointRight(2).longValueExact();
      }
    } catch (NumberFormatException e) {
      throw new BadRequest("amount: " + yuan + " (expected: yuan like 99.00)");
    } catch (ArithmeticException e) {
      throw new BadRequest("amount: " + yuan + " (expected: at most two decimals)");
    }
    throw new BadRequest("amount: " + yuan + " (expected: 0..10000000)");
  }
}
