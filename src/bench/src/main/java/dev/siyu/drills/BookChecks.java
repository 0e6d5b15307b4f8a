package dev.siyu.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The product's orders, refunds and timelines against the shop's files. */
final class BookChecks {

  private static final String ORDERS =
      """
      select o.order_id as id, substring(c.union_id from 3) || ' ' || o.amount_cents as entry
      from paid_order o join customer c on c.id = o.customer_id
      """;
  private static final String REFUNDS =
      """
      select r.refund_id as id, substring(c.union_id from 3) || ' ' || r.amount_cents as entry
      from refund r join customer c on c.id = r.customer_id
      """;
  private static final String CUSTOMERS =
      "select id, substring(union_id from 3) as file_id from customer where union_id is not null";

  private BookChecks() {}

  static List<Finding> all(Books books, Tables tables, Api api) {
    Map<String, String> orders = entries(tables, ORDERS);
    Map<String, String> refunds = entries(tables, REFUNDS);
    List<Finding> found = new ArrayList<>();
    found.add(
        Finding.same(
            "customers of the file are customers",
            (long) books.customers().size(),
            customers(tables)));
    found.add(equal("every order stands once, to the cent", books.orders(), orders));
    found.add(equal("every refund stands once, to the cent", books.refunds(), refunds));
    found.addAll(timelines(books, tables, api));
    found.add(overview(books, api));
    return found;
  }

  private static long customers(Tables tables) {
    return tables.number("select count(*) from customer where external_user_id like 'wm-%'");
  }

  private static Map<String, String> entries(Tables tables, String sql) {
    Map<String, String> all = new TreeMap<>();
    tables
        .rows(sql)
        .forEach(
            row ->
                all.merge(
                    String.valueOf(row.get("id")),
                    String.valueOf(row.get("entry")),
                    (a, b) -> a + "+" + b));
    return all;
  }

  private static Finding equal(
      String sentence, Map<String, String> expected, Map<String, String> found) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(expected);
    all.putAll(found);
    all.keySet().stream()
        .filter(id -> !String.valueOf(expected.get(id)).equals(String.valueOf(found.get(id))))
        .forEach(id -> wrong.add(id + ": file " + expected.get(id) + ", product " + found.get(id)));
    String figures =
        "file %,d of %,d cents, product %,d of %,d cents"
            .formatted(expected.size(), Books.cents(expected), found.size(), Books.cents(found));
    return new Finding(sentence, figures, List.copyOf(wrong));
  }

  /** Asks the pages' own address for every customer. */
  private static List<Finding> timelines(Books books, Tables tables, Api api) {
    Map<String, String> orders = new TreeMap<>();
    Map<String, String> refunds = new TreeMap<>();
    for (Map<String, Object> row : tables.rows(CUSTOMERS)) {
      String fileId = String.valueOf(row.get("file_id"));
      String path = "/api/customers/" + row.get("id") + "/timeline?limit=200&kind=";
      collect(api, path + "ORDER", fileId, orders);
      collect(api, path + "REFUND", fileId, refunds);
    }
    return List.of(
        equal("every order is in its customer's timeline", books.orders(), orders),
        equal("every refund is in its customer's timeline", books.refunds(), refunds));
  }

  private static void collect(Api api, String path, String customer, Map<String, String> into) {
    String before = "";
    do {
      JsonNode page = api.get(path + before);
      for (JsonNode item : page.path("items")) {
        String ref = item.path("ref").asString("");
        into.merge(
            ref.substring(ref.indexOf('/') + 1),
            customer + " " + item.path("amountCents").asLong(-1),
            (a, b) -> a + "+" + b);
      }
      String next = page.path("next").asString("");
      before = next.isEmpty() ? "" : "&before=" + next;
    } while (!before.isEmpty());
  }

  private static Finding overview(Books books, Api api) {
    JsonNode orders = api.get("/api/overview").path("orders");
    String expected =
        books.orders().size()
            + " "
            + Books.cents(books.orders())
            + " "
            + Books.cents(books.refunds());
    String found =
        orders.path("count").asLong(-1)
            + " "
            + orders.path("paidCents").asLong(-1)
            + " "
            + orders.path("refundedCents").asLong(-1);
    return Finding.same("the start page shows count, paid and refunded cents", expected, found);
  }
}
