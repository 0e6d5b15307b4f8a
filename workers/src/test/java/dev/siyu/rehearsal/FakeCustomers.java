package dev.siyu.rehearsal;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Knows everybody: each id is a contact with a mall account. */
final class FakeCustomers {

  final Map<CustomerId, Stage> stages = new HashMap<>();
  final Map<CustomerId, TreeSet<String>> tags = new HashMap<>();

  Optional<Customer> find(CustomerId id) {
    return Optional.of(
        new Customer(
            id,
            "wm-" + id,
            "union-" + id,
            "客户" + id,
            stages.getOrDefault(id, Stage.SEED),
            "direct",
            "staff1",
            ZoneId.of("Asia/Shanghai"),
            true,
            null));
  }

  String staffFor(CustomerId id, String wantedUserId) {
    return wantedUserId;
  }

  void moveTo(CustomerId id, Stage stage, Instant at, String reason) {
    stages.put(id, stage);
  }

  void tagged(CustomerId id, List<String> added, List<String> removed, Instant at) {
    var now = tags.computeIfAbsent(id, key -> new TreeSet<>());
    now.addAll(added);
    now.removeAll(removed);
  }
}
