package dev.siyu.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a {@code JobWork} presents itself to the people who draw journeys. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JourneyStep {

  /** Name in the palette, Chinese. */
  String name();

  /** Name in the palette, English. */
  String nameEn();

  /** What it does and what it answers, one sentence in Chinese. */
  String help();

  /** Colour of its icon, {@code #rrggbb}; one colour for each system touched. */
  String color() default "#3c7dd9";

  /** Whether a customer notices it; then its frequency along a drawing is checked. */
  Reach reach() default Reach.NOBODY;

  /** Variables it answers that end a loop by themselves one day: it counts what it does. */
  String[] endsBy() default {};

  /** Whom a step reaches. */
  enum Reach {
    NOBODY,
    /** A customer reads a message. */
    CUSTOMER,
    /** A customer finds a coupon. */
    WALLET,
    /** All members of a group read it. */
    GROUP
  }
}
