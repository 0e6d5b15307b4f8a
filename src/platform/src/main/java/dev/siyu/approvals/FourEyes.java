package dev.siyu.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may not decide: one list, asked for every decision whatever way it came. The first rule that
 * objects is the reason that is stored and shown.
 */
final class FourEyes {

  /**
   * An attempt to decide.
   *
   * @param requester null: Siyu itself asked
   * @param principal for whom the person acts; null: in their own right
   * @param entitled whether the task is theirs, or the principal's
   * @param earlier who took part in earlier steps of the request, deputies with their principals
   * @param deadline of the level
   */
  record Attempt(
      AskedRequest asked,
      TaskReads.Task task,
      @Nullable Human requester,
      Human person,
      @Nullable Human principal,
      boolean entitled,
      List<Human> earlier,
      String shownHash,
      boolean replay,
      @Nullable Instant deadline,
      Instant now) {}

  /** Why somebody may not decide; the name is kept in the refusal's row. */
  enum Rule {
    /** 已经决定过: a second decision on the same task. */
    REPLAY("这项任务已经决定过", "This task was decided before") {
      @Override
      boolean objects(Attempt attempt) {
        return attempt.replay();
      }
    },
    /** 已作废: the request ended, or was edited. */
    VOID("审批已结束或因内容修改而作废", "The request ended, or is void because it was edited") {
      @Override
      boolean objects(Attempt attempt) {
        return !attempt.asked().isOpen() || !attempt.task().isOpen();
      }
    },
    /** 已过期: the deadline of the level passed. */
    EXPIRED("已过本级期限，已转上级", "The deadline of this level has passed") {
      @Override
      boolean objects(Attempt attempt) {
        var deadline = attempt.deadline();
        return deadline != null && !attempt.now().isBefore(deadline);
      }
    },
    /** 内容不同: not what takes effect was shown. */
    OTHER_CONTENT("看到的内容不是现在要决定的内容，请刷新", "What was shown is not what is decided, reload") {
      @Override
      boolean objects(Attempt attempt) {
        return !attempt.asked().hash().equals(attempt.shownHash());
      }
    },
    /** 自己的申请: whoever asked, also under another name, role or account. */
    OWN_REQUEST("不能审批自己的申请", "Nobody decides on their own request") {
      @Override
      boolean objects(Attempt attempt) {
        var requester = attempt.requester();
        return requester != null && attempt.person().isSameAs(requester);
      }
    },
    /** 代申请人审批: as the deputy of whoever asked. */
    FOR_REQUESTER("不能作为申请人的代理人审批", "Nobody decides as deputy of who asked") {
      @Override
      boolean objects(Attempt attempt) {
        var requester = attempt.requester();
        var principal = attempt.principal();
        return requester != null && principal != null && principal.isSameAs(requester);
      }
    },
    /** 两步同一人: the same human signed before, in person or through a deputy. */
    BOTH_STEPS("同一人不能签两次", "The same person does not sign twice") {
      @Override
      boolean objects(Attempt attempt) {
        var principal = attempt.principal();
        return attempt.earlier().stream()
            .anyMatch(
                one ->
                    one.isSameAs(attempt.person())
                        || (principal != null && one.isSameAs(principal)));
      }
    },
    /** 无权: neither asked nor deputy of who is asked. */
    NOT_ENTITLED("这项任务不由您决定", "This task is not yours to decide") {
      @Override
      boolean objects(Attempt attempt) {
        return !attempt.entitled() || !attempt.person().enabled();
      }
    };

    final String zh;
    final String en;

    Rule(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    abstract boolean objects(Attempt attempt);
  }

  /** The first objection; empty: they may. */
  static Optional<Rule> objection(Attempt attempt) {
    return List.of(Rule.values()).stream().filter(rule -> rule.objects(attempt)).findFirst();
  }

  private FourEyes() {}
}
