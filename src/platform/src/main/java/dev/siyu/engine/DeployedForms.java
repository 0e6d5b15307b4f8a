package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.response.Form;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deploys forms and keeps what was deployed, because nothing else can be asked for it. */
final class DeployedForms implements Forms {

  private static final String KEEP =
      """
      INSERT INTO engine_form (form_key, form_id, version, content, deployed_at)
      VALUES (:key, :id, :version, :content, :now)
      ON CONFLICT (form_key) DO UPDATE SET content = excluded.content
      """;
  private static final String READ = "SELECT content FROM engine_form WHERE form_key = :key";

  private final ZeebeClient client;
  private final JdbcClient jdbc;
  private final Clock clock;

  DeployedForms(ZeebeClient client, JdbcClient jdbc, Clock clock) {
    this.client = client;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void deploy(List<EngineOperations.Resource> forms) {
    for (var form : forms) {
      var command = client.newDeployResourceCommand().addResourceBytes(form.content(), form.name());
      ZeebeOperations.ask(command.send()).getForm().forEach(done -> keep(done, form.content()));
    }
  }

  @Override
  public Optional<String> schema(long formKey) {
    return jdbc.sql(READ).param("key", formKey).query(String.class).optional();
  }

  private void keep(Form form, byte[] content) {
    jdbc.sql(KEEP)
        .param("key", form.getFormKey())
        .param("id", form.getFormId())
        .param("version", form.getVersion())
        .param("content", new String(content, StandardCharsets.UTF_8))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
