package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.access.Role;
import dev.siyu.access.WeComAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may log in; an administrator lets people in and out. */
@RestController
class PeopleController {

  private static final Logger log = LoggerFactory.getLogger(PeopleController.class);

  record Entry(
      String name,
      String displayNameZh,
      String displayNameEn,
      String department,
      List<Role> roles,
      boolean enabled,
      boolean sample,
      @Nullable String weComUserId) {}

  /** The password is for the first login only. */
  record NewPerson(
      @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String name,
      @NotBlank @Size(max = 60) String displayNameZh,
      @NotBlank @Size(max = 60) String displayNameEn,
      @NotBlank @Size(max = 60) String department,
      @NotEmpty Set<@NotNull Role> roles,
      @NotNull String password) {}

  /**
   * The person's WeCom account.
   *
   * @param userId null: none
   */
  record WeComAccount(
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}") String userId) {}

  record Enabled(@NotNull Boolean enabled) {}

  record OneTimePassword(@NotNull String password) {}

  private final People people;
  private final WeComAccounts weCom;
  private final PasswordEncoder encoder;
  private final StillWelcome stillWelcome;

  PeopleController(
      People people, WeComAccounts weCom, PasswordEncoder encoder, StillWelcome stillWelcome) {
    this.people = people;
    this.weCom = weCom;
    this.encoder = encoder;
    this.stillWelcome = stillWelcome;
  }

  @GetMapping("/api/people")
  List<Entry> all() {
    return people.all().stream()
        .map(
            one ->
                new Entry(
                    one.name(),
                    one.displayNameZh(),
                    one.displayNameEn(),
                    one.department(),
                    one.roles().stream().sorted().toList(),
                    one.enabled(),
                    one.sample(),
                    one.wecomUserId()))
        .toList();
  }

  @PostMapping("/api/people")
  @ResponseStatus(HttpStatus.CREATED)
  void add(@Valid @RequestBody NewPerson fresh, Authentication who) {
    var person =
        new Person(
            fresh.name(),
            fresh.displayNameZh(),
            fresh.displayNameEn(),
            fresh.department(),
            fresh.roles(),
            Passwords.hash(encoder, fresh.password()),
            true,
            true,
            false);
    if (!people.add(person)) {
      throw Problem.CONFLICT.failure("name: " + fresh.name() + " (expected: a free name)");
    }
    log.info("{} added {} with roles {}", who.getName(), fresh.name(), fresh.roles());
  }

  /** Whoever holds that WeCom account decides on cards and logs in inside WeCom as this person. */
  @PostMapping("/api/people/{name}/wecom")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void link(
      @PathVariable String name, @Valid @RequestBody WeComAccount account, Authentication who) {
    switch (weCom.link(name, account.userId(), who.getName())) {
      case DONE -> stillWelcome.forget(name);
      case NOBODY -> throw Problem.NOT_FOUND.failure();
      case TAKEN ->
          throw Problem.CONFLICT.failure(
              "userId: " + account.userId() + " (expected: nobody else's)");
    }
    log.info("{} set WeCom account {} for {}", who.getName(), account.userId(), name);
  }

  @PostMapping("/api/people/{name}/enabled")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enable(@PathVariable String name, @Valid @RequestBody Enabled change, Authentication who) {
    if (name.equals(who.getName())) {
      throw Problem.CONFLICT.failure("name: " + name + " (expected: somebody else)");
    }
    if (!people.enable(name, change.enabled())) {
      throw Problem.NOT_FOUND.failure();
    }
    stillWelcome.forget(name);
    log.info("{} set enabled={} for {}", who.getName(), change.enabled(), name);
  }

  @PostMapping("/api/people/{name}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void password(
      @PathVariable String name, @Valid @RequestBody OneTimePassword fresh, Authentication who) {
    if (!people.setPassword(name, Passwords.hash(encoder, fresh.password()), true)) {
      throw Problem.NOT_FOUND.failure();
    }
    stillWelcome.forget(name);
    log.info("{} gave {} a one-time password", who.getName(), name);
  }
}
