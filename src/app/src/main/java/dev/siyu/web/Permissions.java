package dev.siyu.web;

import static dev.siyu.access.Role.ADMIN;
import static dev.siyu.access.Role.AUDITOR;
import static dev.siyu.access.Role.BOSS;
import static dev.siyu.access.Role.DESIGNER;
import static dev.siyu.access.Role.FINANCE;
import static dev.siyu.access.Role.MANAGER;
import static dev.siyu.access.Role.STAFF;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import dev.siyu.access.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. Every endpoint under /api has exactly one row here; an endpoint without a row
 * answers 403 to everybody and breaks the build.
 */
enum Permissions {
  PUBLIC_FACTS(GET, "/api/public", Who.ANYBODY),
  LOGIN(POST, "/api/login", Who.ANYBODY),
  LOGOUT(POST, "/api/logout", Who.ANYBODY),
  ME(GET, "/api/me", Who.SIGNED_IN),
  PASSWORD(POST, "/api/me/password", Who.SIGNED_IN),
  CUSTOMERS(GET, "/api/customers", Who.CUSTOMERS),
  CUSTOMER(GET, "/api/customers/{id}", Who.CUSTOMERS),
  TIMELINE(GET, "/api/customers/{id}/timeline", Who.CUSTOMERS),
  WHY(GET, "/api/customers/{id}/why", Who.CUSTOMERS),
  WHY_CHOICES(GET, "/api/customers/{id}/why/choices", Who.CUSTOMERS),
  CUSTOMER_LAYER(GET, "/api/customers/{id}/layer", Who.CUSTOMERS),
  LAYERS(GET, "/api/layers", Who.READERS),
  LAYER_MOVES(GET, "/api/layers/moves", Who.READERS),
  LAYER_CIRCLE(GET, "/api/layers/circle", Who.READERS),
  LAYER_WAITING(GET, "/api/layers/waiting", Who.READERS),
  LAYER_REMOVE(POST, "/api/layers/circle/{id}/remove", Who.DECIDERS),
  LAYER_RULES(GET, "/api/layers/rules", Who.READERS),
  LAYER_RULES_CHECK(POST, "/api/layers/rules/check", Who.OPERATORS),
  LAYER_RULES_CHANGE(POST, "/api/layers/rules", Who.OPERATORS),
  IDENTITIES(GET, "/api/customers/{id}/identities", Who.CUSTOMERS),
  MERGE(POST, "/api/customers/{id}/merges", Who.DECIDERS),
  MERGE_UNDO(POST, "/api/customers/{id}/merges/{mergeId}/undo", Who.DECIDERS),
  SUGGESTION_DISMISS(POST, "/api/customers/{id}/suggestions/{suggestionId}/dismiss", Who.DECIDERS),
  MALLS(GET, "/api/malls", Who.READERS),
  MALL_LOOK(POST, "/api/malls/{source}/look", Who.OPERATORS),
  OVERVIEW(GET, "/api/overview", Who.READERS),
  OVERVIEW_STREAM(GET, "/api/overview/stream", Who.READERS),
  JOURNEYS(GET, "/api/journeys", Who.READERS),
  DIAGRAM(GET, "/api/journeys/{processId}/diagram", Who.READERS),
  COUNTS(GET, "/api/journeys/{processId}/counts", Who.READERS),
  INSTANCES(GET, "/api/journeys/{processId}/instances", Who.READERS),
  JOURNEY_HEAT(GET, "/api/journeys/{processId}/heat", Who.READERS),
  JOURNEY_INCIDENTS(GET, "/api/journeys/{processId}/incidents", Who.READERS),
  JOURNEY_INCIDENTS_RETRY(POST, "/api/journeys/{processId}/incidents/retry", Who.OPERATORS),
  LAUNCHES(GET, "/api/launches", Who.READERS),
  LAUNCH_PEOPLE(GET, "/api/launches/people", Who.READERS),
  LAUNCH(GET, "/api/launches/{id}", Who.READERS),
  LAUNCH_ASK(POST, "/api/launches", Who.OPERATORS),
  LAUNCH_EDIT(POST, "/api/launches/{id}/edit", Who.OPERATORS),
  LAUNCH_WITHDRAW(POST, "/api/launches/{id}/withdraw", Who.OPERATORS),
  LAUNCH_WIDEN(POST, "/api/launches/{id}/widen", Who.DECIDERS),
  LAUNCH_STOP(POST, "/api/launches/{id}/stop", Who.DECIDERS),
  MOVES(GET, "/api/journeys/{processId}/moves", Who.READERS),
  MOVES_PREVIEW(GET, "/api/journeys/{processId}/moves/preview", Who.READERS),
  MOVES_BEGIN(POST, "/api/journeys/{processId}/moves", Who.DECIDERS),
  ENDINGS_BEGIN(POST, "/api/journeys/{processId}/endings", Who.DECIDERS),
  MOVE(GET, "/api/moves/{id}", Who.READERS),
  MOVE_HOLD(POST, "/api/moves/{id}/hold", Who.DECIDERS),
  MOVE_GO(POST, "/api/moves/{id}/go", Who.DECIDERS),
  INSTANCE_MOVES(GET, "/api/instances/{key}/moves", Who.READERS),
  INSTANCE(GET, "/api/instances/{key}", Who.READERS),
  INCIDENT_RETRY(POST, "/api/instances/{key}/incidents/{incidentKey}/retry", Who.OPERATORS),
  TASKS(GET, "/api/tasks", Who.SIGNED_IN),
  TASKS_TEAM(GET, "/api/tasks/team", Who.SIGNED_IN),
  TASKS_MASS_SENDS(GET, "/api/tasks/mass-sends", Who.SIGNED_IN),
  TASK_COLLEAGUES(GET, "/api/tasks/{id}/colleagues", Who.SIGNED_IN),
  TASK_DONE(POST, "/api/tasks/{id}/done", Who.DOERS),
  TASK_POSTPONE(POST, "/api/tasks/{id}/postpone", Who.DOERS),
  TASK_HAND_OVER(POST, "/api/tasks/{id}/hand-over", Who.DOERS),
  TOUCHES(GET, "/api/touches", Who.READERS),
  TOUCH_RESOLVE(POST, "/api/touches/{id}/resolve", Who.DECIDERS),
  INBOX(GET, "/api/inbox", Who.READERS),
  INBOX_RETRY(POST, "/api/inbox/{id}/retry", Who.OPERATORS),
  HEALTH(GET, "/api/health", Who.READERS),
  CLOCK(GET, "/api/clock", Who.SIGNED_IN),
  CLOCK_ADVANCE(POST, "/api/clock/advance", Who.OPERATORS),
  REPLAY(GET, "/api/replay", Who.READERS),
  REPLAY_START(POST, "/api/replay", Who.OPERATORS),
  REPLAY_STOP(POST, "/api/replay/stop", Who.OPERATORS),
  TEMPLATES(GET, "/api/templates", Who.READERS),
  LINT_RULES(GET, "/api/lint-rules", Who.READERS),
  DRAWING(GET, "/api/drawings/{processId}", Who.READERS),
  DRAWING_VERSIONS(GET, "/api/drawings/{processId}/versions", Who.READERS),
  DRAWING_VERSION(GET, "/api/drawings/{processId}/versions/{version}", Who.READERS),
  PAUSES(GET, "/api/pauses", Who.READERS),
  JOURNEY_PAUSE(POST, "/api/journeys/{processId}/pause", Who.DECIDERS),
  JOURNEY_RESUME(POST, "/api/journeys/{processId}/resume", Who.DECIDERS),
  DRAWING_SHIPPED(GET, "/api/drawings/{processId}/shipped", Who.READERS),
  DRAFTS(GET, "/api/drafts", Who.READERS),
  DRAFT(GET, "/api/drafts/{processId}", Who.READERS),
  DRAFT_SAVE(POST, "/api/drafts/{processId}", Who.OPERATORS),
  DRAFT_DISCARD(POST, "/api/drafts/{processId}/discard", Who.OPERATORS),
  EXPRESSION_TRY(POST, "/api/expressions/try", Who.OPERATORS),
  DRAWING_CHECK(POST, "/api/drawings/check", Who.OPERATORS),
  DRAWING_DEPLOY(POST, "/api/drawings/deploy", Who.OPERATORS),
  CHANNELS(GET, "/api/channels", Who.READERS),
  CHANNEL_ADD(POST, "/api/channels", Who.OPERATORS),
  CHANNEL_CHANGE(POST, "/api/channels/{code}", Who.OPERATORS),
  CHANNEL_RETIRE(POST, "/api/channels/{code}/retire", Who.OPERATORS),
  LIVE_CODE(POST, "/api/channels/{code}/live-code", Who.OPERATORS),
  LIVE_CODE_RESOLVE(POST, "/api/channels/{code}/live-code/resolve", Who.OPERATORS),
  LIVE_CODE_PUSH(POST, "/api/channels/{code}/live-code/push", Who.OPERATORS),
  ACCOUNTS(GET, "/api/accounts", Who.READERS),
  ACCOUNT_ADD(POST, "/api/accounts", Who.OPERATORS),
  ACCOUNT_CHANGE(POST, "/api/accounts/{userId}", Who.OPERATORS),
  ACCOUNT_STATUS(POST, "/api/accounts/{userId}/status", Who.OPERATORS),
  ACCOUNT_COMPLAINT(POST, "/api/accounts/{userId}/complaints", Who.OPERATORS),
  PRODUCTS(GET, "/api/products", Who.READERS),
  PRODUCT_PUT(POST, "/api/products", Who.OPERATORS),
  PRODUCT_ASK(POST, "/api/products/{sku}/requests", Who.OPERATORS),
  PRODUCTS_MEASURE(POST, "/api/products/measure", Who.OPERATORS),
  SELECTIONS(GET, "/api/selections", Who.READERS),
  SELECTION_MARKET(GET, "/api/selections/market", Who.READERS),
  SELECTION(GET, "/api/selections/{round}", Who.READERS),
  SELECTION_OPEN(POST, "/api/selections", Who.OPERATORS),
  SELECTION_PUT(POST, "/api/selections/{round}/candidates", Who.OPERATORS),
  SELECTION_DROP(POST, "/api/selections/{round}/candidates/{sku}/drop", Who.OPERATORS),
  SELECTION_SUBMIT(POST, "/api/selections/{round}/submit", Who.OPERATORS),
  SELECTION_WITHDRAW(POST, "/api/selections/{round}/withdraw", Who.OPERATORS),
  SELECTION_REVIEW(POST, "/api/selections/{round}/review", Who.DECIDERS),
  READINESS(GET, "/api/readiness", Who.READERS),
  READINESS_SHEET(GET, "/api/readiness/{version}", Who.READERS),
  READINESS_PAPER(GET, "/api/readiness/{version}/paper", Who.READERS),
  READINESS_OPEN(POST, "/api/readiness", Who.OPERATORS),
  READINESS_ANSWER(POST, "/api/readiness/{version}/answers", Who.CONTENT),
  READINESS_ESTIMATE(POST, "/api/readiness/{version}/estimate", Who.CONTENT),
  READINESS_PLAN(POST, "/api/readiness/{version}/gaps", Who.CONTENT),
  READINESS_DROP(POST, "/api/readiness/{version}/gaps/{gap}/drop", Who.CONTENT),
  READINESS_SUBMIT(POST, "/api/readiness/{version}/submit", Who.OPERATORS),
  READINESS_WITHDRAW(POST, "/api/readiness/{version}/withdraw", Who.OPERATORS),
  GROUPS(GET, "/api/groups", Who.READERS),
  GROUP(GET, "/api/groups/{chatId}", Who.READERS),
  GROUP_OPERATE(POST, "/api/groups/{chatId}/operate", Who.OPERATORS),
  GROUP_CAPACITY(POST, "/api/groups/{chatId}/capacity", Who.OPERATORS),
  GROUPS_COMPARE(POST, "/api/groups/compare", Who.OPERATORS),
  JOIN_WAYS(GET, "/api/join-ways", Who.READERS),
  JOIN_WAY_ADD(POST, "/api/join-ways", Who.OPERATORS),
  JOIN_WAY_CHANGE(POST, "/api/join-ways/{state}", Who.OPERATORS),
  JOIN_WAY_AGAIN(POST, "/api/join-ways/{state}/create", Who.OPERATORS),
  JOIN_WAY_RETIRE(POST, "/api/join-ways/{state}/retire", Who.OPERATORS),
  TAG_GROUPS(GET, "/api/tag-groups", Who.READERS),
  TAG_GROUP_PREVIEW(POST, "/api/tag-groups/preview", Who.OPERATORS),
  TAG_GROUP_START(POST, "/api/tag-groups", Who.OPERATORS),
  GROUP_WELCOMES(GET, "/api/group-welcomes", Who.READERS),
  GROUP_WELCOME_ADD(POST, "/api/group-welcomes", Who.OPERATORS),
  GROUP_WELCOME_REFRESH(POST, "/api/group-welcomes/{id}/refresh", Who.OPERATORS),
  GROUP_WELCOME_DELETE(POST, "/api/group-welcomes/{id}/delete", Who.OPERATORS),
  CUSTOMER_COUPONS(GET, "/api/customers/{id}/coupons", Who.CUSTOMERS),
  GOODS_LOOK(POST, "/api/goods/{source}/look", Who.OPERATORS),
  QUOTA(GET, "/api/quota", Who.READERS),
  CUSTOMER_QUOTA(GET, "/api/customers/{id}/quota", Who.CUSTOMERS),
  TAGS(GET, "/api/tags", Who.READERS),
  TAGS_CREATE(POST, "/api/tags", Who.OPERATORS),
  TAG_RENAME(POST, "/api/tags/{id}/name", Who.OPERATORS),
  TAG_DELETE(POST, "/api/tags/{id}/delete", Who.OPERATORS),
  TAGS_SYNC(POST, "/api/tag-sync", Who.OPERATORS),
  HAND_OVERS(GET, "/api/hand-overs", Who.READERS),
  HAND_OVER_LEFTOVERS(GET, "/api/hand-overs/{id}/leftovers", Who.READERS),
  HAND_OVER_BEGIN(POST, "/api/hand-overs", Who.OPERATORS),
  HAND_OVER_SETTLE(POST, "/api/hand-overs/{id}/leftovers/{customerId}", Who.DECIDERS),
  CONTENTS(GET, "/api/contents", Who.READERS),
  CONTENT(GET, "/api/contents/{key}", Who.READERS),
  CONTENT_CREATE(POST, "/api/contents", Who.OPERATORS),
  CONTENT_REVISE(POST, "/api/contents/{key}/versions", Who.OPERATORS),
  CONTENT_EDIT(POST, "/api/contents/{key}/versions/{version}", Who.OPERATORS),
  CONTENT_SUBMIT(POST, "/api/contents/{key}/versions/{version}/submit", Who.OPERATORS),
  CONTENT_WITHDRAW(POST, "/api/contents/{key}/versions/{version}/withdraw", Who.OPERATORS),
  CONTENT_APPROVE(POST, "/api/contents/{key}/versions/{version}/approve", Who.APPROVERS),
  CONTENT_REJECT(POST, "/api/contents/{key}/versions/{version}/reject", Who.APPROVERS),
  CONTENT_RETIRE(POST, "/api/contents/{key}/versions/{version}/retire", Who.CONTENT),
  CONTENT_PUBLISH(POST, "/api/contents/{key}/versions/{version}/publish", Who.OPERATORS),
  CONTENT_KIT(POST, "/api/content-kits", Who.OPERATORS),
  MEDIA(GET, "/api/media", Who.READERS),
  MEDIUM(GET, "/api/media/{id}", Who.READERS),
  MEDIA_UPLOAD(POST, "/api/media", Who.OPERATORS),
  CONTENT_PREVIEW(POST, "/api/content-preview", Who.CONTENT),
  APPROVALS(GET, "/api/approvals", Who.READERS),
  APPROVALS_WAITING(GET, "/api/approvals/waiting", Who.READERS),
  APPROVAL(GET, "/api/approvals/{id}", Who.READERS),
  APPROVAL_DECIDE(POST, "/api/approvals/{id}/tasks/{taskKey}/decision", Who.SIGNERS),
  APPROVAL_CLAIM(POST, "/api/approvals/{id}/tasks/{taskKey}/claim", Who.SIGNERS),
  APPROVAL_RELEASE(POST, "/api/approvals/{id}/tasks/{taskKey}/release", Who.SIGNERS),
  APPROVAL_COMMENT(POST, "/api/approvals/{id}/comments", Who.SIGNERS),
  APPROVAL_WITHDRAW(POST, "/api/approvals/{id}/withdraw", Who.SIGNERS),
  APPROVAL_LIMITS(GET, "/api/approval-limits", Who.READERS),
  APPROVAL_LIMITS_CHECK(POST, "/api/approval-limits/check", Who.BOSSES),
  APPROVAL_LIMITS_CHANGE(POST, "/api/approval-limits", Who.BOSSES),
  APPROVAL_FILES(GET, "/api/approvals/{id}/attachments", Who.READERS),
  APPROVAL_ATTACH(POST, "/api/approvals/{id}/attachments", Who.SIGNERS),
  APPROVAL_FILE(GET, "/api/approvals/{id}/attachments/{number}", Who.READERS),
  WORKING_DAYS(GET, "/api/working-days", Who.READERS),
  WORKING_DAYS_CHANGE(POST, "/api/working-days", Who.BOSSES),
  APPROVAL_DEPUTIES(GET, "/api/approval-deputies", Who.READERS),
  APPROVAL_DEPUTY_NAME(POST, "/api/approval-deputies", Who.SIGNERS),
  APPROVAL_DEPUTY_END(POST, "/api/approval-deputies/{id}/end", Who.SIGNERS),
  APPROVAL_REPORT(GET, "/api/approval-report", Who.READERS),
  AGREEMENTS(GET, "/api/agreements", Who.MONEY),
  AGREEMENT(GET, "/api/agreements/{id}", Who.MONEY),
  AGREEMENT_DRAFT(POST, "/api/agreements", Who.TREASURERS),
  AGREEMENT_EDIT(POST, "/api/agreements/{id}", Who.TREASURERS),
  AGREEMENT_CHECK(POST, "/api/agreements/check", Who.TREASURERS),
  AGREEMENT_WHAT_IF(POST, "/api/agreements/what-if", Who.TREASURERS),
  AGREEMENT_ASK(POST, "/api/agreements/{id}/ask", Who.TREASURERS),
  MONEY_ORDERS(GET, "/api/money/orders", Who.MONEY),
  MONEY_ORDER(GET, "/api/money/orders/{source}/{orderId}", Who.MONEY),
  LEDGER_BALANCES(GET, "/api/ledger/balances", Who.MONEY),
  LEDGER_ENTRIES(GET, "/api/ledger/entries", Who.MONEY),
  LEDGER_EXPORT(GET, "/api/ledger/entries/export", Who.MONEY),
  LEDGER_CHECKS(GET, "/api/ledger/checks", Who.MONEY),
  SETTLEMENTS(GET, "/api/settlements", Who.MONEY),
  SETTLEMENT_START(POST, "/api/settlements", Who.SETTLERS),
  SETTLEMENT_STOP(POST, "/api/settlements/{month}/stop", Who.SETTLERS),
  SETTLEMENT_CONTINUE(POST, "/api/settlements/{month}/continue", Who.SETTLERS),
  SETTLEMENT_ASK(POST, "/api/settlements/{month}/ask", Who.SETTLERS),
  STATEMENTS(GET, "/api/statements", Who.MONEY),
  STATEMENT_LINES(GET, "/api/statements/lines", Who.MONEY),
  STATEMENT_EXPORT(GET, "/api/statements/lines/export", Who.MONEY),
  CORRECTIONS(GET, "/api/corrections", Who.MONEY),
  CORRECTION_ASK(POST, "/api/corrections", Who.TREASURERS),
  CLOSINGS(GET, "/api/closings", Who.MONEY),
  CLOSING_OPEN(POST, "/api/closings", Who.SETTLERS),
  CLOSING_GO_ON(POST, "/api/closings/{month}/go-on", Who.SETTLERS),
  CLOSING_CALL_OFF(POST, "/api/closings/{month}/call-off", Who.SETTLERS),
  CLOSING_CONFIRM(POST, "/api/closings/{month}/confirm", Who.HEADS),
  CLOSING_CONTEST(POST, "/api/closings/{month}/contest", Who.HEADS),
  DISPUTES(GET, "/api/disputes", Who.MONEY),
  DISPUTE(GET, "/api/disputes/{id}", Who.MONEY),
  DISPUTE_FORM(GET, "/api/dispute-form", Who.MONEY),
  DISPUTE_LINES(GET, "/api/dispute-lines", Who.MONEY),
  DISPUTE_OPEN(POST, "/api/disputes", Who.HEADS),
  DISPUTE_ANSWER(POST, "/api/disputes/{id}/answers", Who.HEADS),
  DISPUTE_WITHDRAW(POST, "/api/disputes/{id}/withdraw", Who.HEADS),
  MOMENTS(GET, "/api/moments", Who.READERS),
  MOMENT(GET, "/api/moments/{id}", Who.READERS),
  MOMENT_CHOICES(GET, "/api/moment-choices", Who.READERS),
  MOMENT_PREVIEW(POST, "/api/moment-preview", Who.DECIDERS),
  MOMENT_PLAN(POST, "/api/moments", Who.DECIDERS),
  MOMENT_CANCEL(POST, "/api/moments/{id}/cancel", Who.DECIDERS),
  FISSIONS(GET, "/api/fission", Who.READERS),
  FISSION(GET, "/api/fission/{id}", Who.READERS),
  FISSION_COUNT(POST, "/api/fission-count", Who.DECIDERS),
  FISSION_START(POST, "/api/fission", Who.DECIDERS),
  FISSION_STOP(POST, "/api/fission/{id}/stop", Who.DECIDERS),
  FISSION_DECIDE(POST, "/api/fission-helpers/{id}/decision", Who.DECIDERS),
  REHEARSALS(GET, "/api/rehearsals", Who.READERS),
  REHEARSAL_ASK(POST, "/api/rehearsals", Who.DECIDERS),
  REHEARSAL_LATEST(POST, "/api/rehearsals/latest", Who.DECIDERS),
  REHEARSAL(GET, "/api/rehearsals/{id}", Who.READERS),
  REHEARSAL_REPORT(GET, "/api/rehearsals/{id}/report", Who.READERS),
  REHEARSAL_DRAWING(GET, "/api/rehearsals/{id}/drawing", Who.READERS),
  REHEARSAL_CUSTOMERS(GET, "/api/rehearsals/{id}/customers", Who.READERS),
  REHEARSAL_STORY(GET, "/api/rehearsals/{id}/customers/{customer}", Who.READERS),
  REHEARSAL_AGAINST(GET, "/api/rehearsals/{id}/against/{other}", Who.READERS),
  REHEARSAL_CANCEL(POST, "/api/rehearsals/{id}/cancel", Who.DECIDERS),
  PEOPLE(GET, "/api/people", Who.PEOPLE),
  PERSON_ADD(POST, "/api/people", Who.ADMINS),
  PERSON_ENABLE(POST, "/api/people/{name}/enabled", Who.ADMINS),
  PERSON_PASSWORD(POST, "/api/people/{name}/password", Who.ADMINS);

  final HttpMethod method;
  final String path;

  /** Empty means: without login. */
  final Set<Role> roles;

  Permissions(HttpMethod method, String path, Set<Role> roles) {
    this.method = method;
    this.path = path;
    this.roles = roles;
  }

  String[] roleNames() {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  /** The groups of roles the rows are written in. */
  private static final class Who {
    static final Set<Role> ANYBODY = Set.of();
    static final Set<Role> SIGNED_IN = EnumSet.allOf(Role.class);
    static final Set<Role> CUSTOMERS = SIGNED_IN;
    static final Set<Role> READERS = EnumSet.of(DESIGNER, MANAGER, AUDITOR, BOSS, ADMIN, FINANCE);
    static final Set<Role> OPERATORS = EnumSet.of(DESIGNER, ADMIN);
    static final Set<Role> DOERS = EnumSet.of(STAFF, DESIGNER, MANAGER, ADMIN);
    static final Set<Role> DECIDERS = EnumSet.of(DESIGNER, MANAGER, ADMIN);
    static final Set<Role> APPROVERS = EnumSet.of(MANAGER, BOSS);
    static final Set<Role> SIGNERS = EnumSet.of(DESIGNER, MANAGER, BOSS, ADMIN, FINANCE);
    static final Set<Role> BOSSES = EnumSet.of(BOSS, ADMIN);
    static final Set<Role> CONTENT = EnumSet.of(DESIGNER, MANAGER, BOSS, ADMIN);
    static final Set<Role> MONEY = EnumSet.of(MANAGER, AUDITOR, BOSS, FINANCE);
    static final Set<Role> TREASURERS = EnumSet.of(MANAGER, BOSS, FINANCE);
    static final Set<Role> HEADS = EnumSet.of(MANAGER);
    static final Set<Role> SETTLERS = EnumSet.of(BOSS, FINANCE);
    static final Set<Role> PEOPLE = EnumSet.of(AUDITOR, ADMIN);
    static final Set<Role> ADMINS = EnumSet.of(ADMIN);
  }
}
