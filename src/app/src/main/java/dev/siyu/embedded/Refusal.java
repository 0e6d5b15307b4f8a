package dev.siyu.embedded;

/** Why Siyu does not start, for a person: Chinese first, no stack trace. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String todo;

  Refusal(String code, String chinese, String english, String todo) {
    super(
        code + " " + chinese + "\n" + " ".repeat(code.length() + 1) + english, null, false, false);
    this.todo = todo;
  }

  /** What to do, Chinese and English. */
  String todo() {
    return todo;
  }
}
