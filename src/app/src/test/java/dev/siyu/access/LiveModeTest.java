package dev.siyu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

class LiveModeTest {

  private final AccessConfiguration access = new AccessConfiguration();
  private final PasswordEncoder encoder = access.passwordEncoder();
  private final EmbeddedPostgres postgres;
  private final People people;

  LiveModeTest() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    people = new People(JdbcClient.create(postgres.getPostgresDatabase()), Clock.systemUTC());
  }

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void shouldNotGoLiveWhileSampleUsersAreEnabled() throws Exception {
    // given
    start("sample", false);
    assertThat(people.all()).hasSize(9);
    // then
    assertThatThrownBy(() -> start("live", false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SIYU-5901")
        .hasMessageContaining("ops");
    // when
    start("live", true);
    // then
    assertThat(people.all())
        .filteredOn(Person::enabled)
        .extracting(Person::name)
        .containsExactly("first-admin");
    assertThat(people.find("first-admin").orElseThrow().mustChangePassword()).isTrue();
    assertThat(people.find("first-admin").orElseThrow().roles()).isEqualTo(Set.of(Role.ADMIN));
  }

  @Test
  void shouldNotUnlockASampleUserAgainAtTheNextStart() throws Exception {
    // given
    start("sample", false);
    people.enable("boss", false);
    // when
    start("sample", false);
    // then
    assertThat(people.find("boss").orElseThrow().enabled()).isFalse();
  }

  private void start(String mode, boolean disable) throws Exception {
    access
        .peopleAtStart(people, encoder, new AccessSettings(null, disable), mode)
        .afterPropertiesSet();
  }
}
