package dev.siyu.approvals;

import dev.siyu.tasks.Notices;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells those who approved something what came of it. */
@Component
class SignersTold {

  private final DecisionTable decisions;
  private final Humans humans;
  private final ObjectProvider<Notices> notices;

  SignersTold(DecisionTable decisions, Humans humans, ObjectProvider<Notices> notices) {
    this.decisions = decisions;
    this.humans = humans;
    this.notices = notices;
  }

  /** Once per person, in the caller's transaction. */
  void tell(AskedRequest asked, String said) {
    var text = "您批准的 %s「%s」：%s".formatted(asked.name(), asked.request().titleZh(), said);
    decisions.effectiveOf(asked.id()).stream()
        .filter(one -> one.answer().equals("APPROVE"))
        .flatMap(one -> humans.named(one.person()).stream())
        .flatMap(human -> Optional.ofNullable(human.weComUserId()).stream())
        .distinct()
        .forEach(member -> lane(asked, member, text));
  }

  private void lane(AskedRequest asked, String member, String text) {
    var key = "approval-outcome:" + asked.name() + ":" + member;
    notices.ifAvailable(lane -> lane.tell(key, member, text));
  }
}
