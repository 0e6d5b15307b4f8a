package dev.siyu.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /** Runs before the web server opens its port: nobody gets in before the doors are checked. */
  @Bean
  @DependsOnDatabaseInitialization
  InitializingBean peopleAtStart(
      People people,
      PasswordEncoder encoder,
      AccessSettings settings,
      @Value("${siyu.mode:sample}") String mode) {
    return () -> {
      if (mode.equalsIgnoreCase("live")) {
        SamplePeople.refuseIn(people, settings.disableSampleUsers());
        if (!SamplePeople.hasAdmin(people)) {
          addAdmin(people, encoder, settings.firstAdminPassword());
        }
      } else if (people.find("admin").isEmpty()) {
        SamplePeople.addTo(people, hash(encoder, SamplePeople.PASSWORD));
      }
    };
  }

  private static void addAdmin(People people, PasswordEncoder encoder, @Nullable String given) {
    boolean oneTime = given == null || given.isEmpty();
    var password = given == null || given.isEmpty() ? oneTimePassword() : given;
    var hash = hash(encoder, password);
    var name = people.find("admin").isEmpty() ? "admin" : "first-admin";
    var admin =
        new Person(
            name, "管理员", "Administrator", "信息部", Set.of(Role.ADMIN), hash, oneTime, true, false);
    if (!people.add(admin)) {
      throw new IllegalStateException(
          "SIYU-5902 no enabled person has the role ADMIN and the names 'admin' and 'first-admin' are taken (expected: one enabled administrator)");
    }
    if (oneTime) {
      log.info(
          "First administrator: {} / {} (one-time, change it at the first login)", name, password);
    }
  }

  private static String oneTimePassword() {
    var bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(PasswordEncoder encoder, String password) {
    var hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("password encoder gave no hash");
    }
    return hash;
  }
}
