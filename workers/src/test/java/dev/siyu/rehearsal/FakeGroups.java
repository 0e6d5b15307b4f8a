package dev.siyu.rehearsal;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.groups.GroupWork;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A group whose messages are answered as a scenario wants; the ledger is that of customers. */
final class FakeGroups implements GroupWork {

  private final FakeTouchpoints ledger;

  FakeGroups(FakeTouchpoints ledger) {
    this.ledger = ledger;
  }

  @Override
  public Optional<Known> find(String chatId) {
    return Optional.of(new Known("会员群", "li.na"));
  }

  @Override
  public TouchOutcome post(GroupTouch touch) {
    var key =
        new TouchKey(
            new CustomerId(touch.chatId()), touch.journey(), touch.step(), touch.occurrence());
    var asked = new Touch(key, Medium.MASS_SEND, touch.content(), "li.na", null, 0);
    return ledger.make(asked, () -> new CallResult.Ok<>(new Receipt("msg", true)));
  }

  @Override
  public Figures summarize(String chatId, LocalDate week) {
    return new Figures(120, 5, 2, 30, 8, 9, 89_100);
  }

  @Override
  public Optional<WayIn> wayIn(String state) {
    return Optional.of(new WayIn("https://qr/" + state, List.of("wr1")));
  }

  @Override
  public boolean isIn(String customerId, List<String> chats) {
    return false;
  }
}
