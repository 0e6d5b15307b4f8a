package dev.siyu.tasks;

/** Every way a staff task can end. */
sealed interface StaffTaskEnding {

  record Done(String by, String note) implements StaffTaskEnding {}

  /** A colleague has it now, as a task of their own. */
  record HandedOver(String by, String to, String note) implements StaffTaskEnding {}

  record Expired() implements StaffTaskEnding {}

  default StaffTaskState state() {
    return switch (this) {
      case Done done -> StaffTaskState.DONE;
      case HandedOver handed -> StaffTaskState.HANDED_OVER;
      case Expired expired -> StaffTaskState.EXPIRED;
    };
  }
}
