package dev.siyu.approvals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are asked to decide. It is frozen when asked: they decide on exactly these bytes.
 *
 * @param subject what it is about, e.g. an agreement's id with its version; one open request each
 * @param titleZh one line, at most 80 characters
 * @param titleEn the same in English
 * @param facts what a decider reads first, at most ten
 * @param content everything that takes effect, as canonical JSON; its SHA-256 binds the decision
 * @param requestedBy person name; never decides on it, nor anybody for them
 * @param departments those who must sign, by name; empty where the kind's journey knows who decides
 * @param amountCents money at stake, for the limits; null where none
 * @param audience customers reached, for the limits; null where none
 * @param link page of the console that shows the subject, e.g. {@code /agreements/G3}
 */
public record ApprovalRequest(
    ApprovalKind kind,
    String subject,
    String titleZh,
    String titleEn,
    List<Fact> facts,
    String content,
    String requestedBy,
    List<String> departments,
    @Nullable Long amountCents,
    @Nullable Long audience,
    @Nullable String link) {

  /** One line of what is decided, e.g. 电商部 60 %. */
  public record Fact(String labelZh, String labelEn, String value) {}

  public ApprovalRequest {
    facts = List.copyOf(facts);
    departments = List.copyOf(departments);
  }
}
