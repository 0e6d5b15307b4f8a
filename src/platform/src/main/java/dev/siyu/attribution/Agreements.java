package dev.siyu.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agreements between departments: drafted, tried out, signed by all, then never edited. */
public interface Agreements {

  /** Where an agreement is. */
  enum State {
    DRAFT,
    /** People decide. */
    ASKED,
    IN_FORCE,
    /** A later one took its place; still decides orders paid before that day. */
    ENDED,
    REJECTED
  }

  /**
   * @param hash SHA-256 of the canonical terms; what was approved
   * @param from first day; later than the terms say when the approval came late
   * @param until first day it no longer holds; null: open
   * @param decidedBy person names
   */
  record View(
      String id,
      @Nullable String replaces,
      int version,
      State state,
      Terms terms,
      String hash,
      LocalDate from,
      @Nullable LocalDate until,
      String draftedBy,
      Instant draftedAt,
      @Nullable String askedBy,
      @Nullable Instant askedAt,
      @Nullable String requestId,
      @Nullable Instant decidedAt,
      List<String> decidedBy,
      @Nullable String note) {}

  /**
   * Newest first.
   *
   * @param department only those that name it; null: all
   */
  List<View> list(@Nullable String department);

  Optional<View> find(String id);

  /**
   * @param replaces the agreement it is a new version of; null: a new one
   * @throws AttributionRefused SIYU-8110 when the terms cannot be meant
   */
  String draft(Terms terms, @Nullable String replaces, String actor);

  /**
   * @throws AttributionRefused SIYU-8110 as above, SIYU-8111 when it is no draft any more
   */
  void edit(String id, Terms terms, String actor);

  /**
   * Freezes it and asks all signers and the boss; answers the request's id.
   *
   * @throws AttributionRefused SIYU-8111 when it is no draft, SIYU-8113 when its first day is not
   *     after today
   */
  String ask(String id, String actor);

  /** What the terms would have paid for stored orders, beside what was paid. */
  WhatIf whatIf(Terms terms, LocalDate from, LocalDate to);

  /** What is wrong with terms, in words. */
  Optional<String> objection(Terms terms);
}
