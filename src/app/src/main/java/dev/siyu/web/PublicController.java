package dev.siyu.web;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.wecom.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the login page may know. */
@RestController
class PublicController {

  record Sample(String name, String displayName, String role) {}

  /**
   * What the login page may know.
   *
   * @param weComLogin whether people can log in by WeCom
   */
  record PublicFacts(String mode, List<Sample> sampleUsers, String version, boolean weComLogin) {}

  private final People people;
  private final WebLogin weCom;
  private final WebSettings.Basics basics;
  private final String version;

  PublicController(
      People people,
      WebLogin weCom,
      WebSettings.Basics basics,
      ObjectProvider<BuildProperties> build) {
    this.people = people;
    this.weCom = weCom;
    this.basics = basics;
    var known = build.getIfAvailable();
    this.version = known == null ? "0.1.0" : String.valueOf(known.getVersion());
  }

  @GetMapping("/api/public")
  PublicFacts facts(HttpServletRequest request) {
    var samples =
        !basics.sample()
            ? List.<Sample>of()
            : people.all().stream()
                .filter(Person::sample)
                .filter(Person::enabled)
                .map(person -> sample(person, ApiError.english(request)))
                .toList();
    return new PublicFacts(basics.mode(), samples, version, weCom.isOn());
  }

  private static Sample sample(Person person, boolean english) {
    var role = person.roles().iterator().next().name();
    return new Sample(
        person.name(), english ? person.displayNameEn() : person.displayNameZh(), role);
  }
}
