package dev.siyu.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people one can log in as in sample mode; their password is {@value #PASSWORD}. */
final class SamplePeople {

  static final String PASSWORD = "siyu";
  private static final Logger log = LoggerFactory.getLogger(SamplePeople.class);

  private SamplePeople() {}

  static void addTo(People people, String passwordHash) {
    all(passwordHash).forEach(people::add);
  }

  /** Live mode: no door may stay open whose key is printed in the manual. */
  static void refuseIn(People people, boolean disable) {
    var open = people.all().stream().filter(Person::sample).filter(Person::enabled).toList();
    var names = open.stream().map(Person::name).toList();
    if (disable) {
      names.forEach(name -> people.enable(name, false));
      log.info("Sample users locked out: {}", names);
    } else if (!names.isEmpty()) {
      throw new IllegalStateException(
          "SIYU-5901 siyu.mode: live, but sample users are enabled: %s (expected: none; start once with siyu.access.disable-sample-users=true or use another database)"
              .formatted(names));
    }
  }

  static boolean hasAdmin(People people) {
    Predicate<Person> admin = person -> person.roles().contains(Role.ADMIN);
    return people.all().stream().filter(Person::enabled).anyMatch(admin);
  }

  private static List<Person> all(String hash) {
    return List.of(
        sample("ops", "运营小林", "Lin, operations", "私域运营部", Role.DESIGNER, hash, null),
        sample("manager", "陈经理", "Chen, manager", "私域运营部", Role.MANAGER, hash, "chen.jing"),
        sample("staff", "导购小美", "Mei, sales", "门店", Role.STAFF, hash, "li.na"),
        sample("auditor", "审计老周", "Zhou, audit", "审计部", Role.AUDITOR, hash, null),
        sample("boss", "王总", "Wang, boss", "总经办", Role.BOSS, hash, "wang.zong"),
        sample("ecom", "电商李经理", "Li, e-commerce", "电商部", Role.MANAGER, hash, "li.qiang"),
        sample("store", "门店周店长", "Zhou, stores", "门店", Role.MANAGER, hash, "zhou.min"),
        sample("finance", "财务何主管", "He, finance", "财务部", Role.FINANCE, hash, "he.yan"),
        sample("admin", "管理员", "Administrator", "信息部", Role.ADMIN, hash, null));
  }

  private static Person sample(
      String name,
      String zh,
      String en,
      String department,
      Role role,
      String hash,
      @Nullable String wecomUserId) {
    return new Person(name, zh, en, department, Set.of(role), hash, false, true, true, wecomUserId);
  }
}
