package dev.siyu.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an input that the designer fills in on the task (a task header), with its palette text. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Header {

  /** Label in Chinese, shown in the modeler. */
  String label();

  /** Label in English. */
  String labelEn();

  String help() default "";

  /** Fixed choices, if any. */
  String[] choices() default {};

  /** What a value looks like, a regular expression; {@link #help} says it in words. */
  String pattern() default "";

  String defaultValue() default "";

  boolean optional() default false;

  /** Where the values come from that may be chosen, when they are kept by people and not fixed. */
  From from() default From.NOWHERE;

  /** Lists kept by people, by name. */
  enum From {
    NOWHERE,
    /** Keys of approved content that journeys may send. */
    CONTENT,
    /** Tags of the corp, separated by commas. */
    TAGS,
    /** Codes of the ways to join a group. */
    JOIN_WAYS
  }
}
