package dev.siyu.journeys;

import dev.siyu.TestDatabase;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineOperations.Deployed;
import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.engine.Forms;
import dev.siyu.engine.JobWork;
import dev.siyu.history.ExporterProgress;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Deployments on a real database; the engine and what the history shows of it are played. */
final class DeploymentRig {

  private static final LiveFacts FACTS = new QuietFacts();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  final FakeEngine engine = new FakeEngine();
  final FakeProgress progress = new FakeProgress();
  final KeptForms forms = new KeptForms();
  final Delivery delivery = new Delivery(engine.operations(), forms, progress);
  final JourneyDeployments deployments;

  DeploymentRig(TestDatabase database) {
    var workers =
        new WorkerCatalogue(
            new DefaultListableBeanFactory()
                .getBeanProvider(ResolvableType.forClassWithGenerics(JobWork.class, Record.class)));
    deployments =
        new JourneyDeployments(
            delivery,
            new DeploymentTable(database.jdbc(), CLOCK),
            new DrawingCheck(new WorkRules(workers, FACTS), new Steps(workers), FACTS),
            workers,
            FACTS,
            new ShippedDrawings());
  }

  static final class FakeProgress implements ExporterProgress {
    volatile boolean everywhere = true;

    @Override
    public List<Partition> partitions() {
      return List.of();
    }

    @Override
    public boolean isEverywhere(long definitionKey, int partitions) {
      return everywhere && partitions == 1;
    }

    @Override
    public long quarantined() {
      return 0;
    }
  }

  static final class KeptForms implements Forms {
    final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void deploy(List<Resource> forms) {
      forms.forEach(form -> names.add(form.name()));
    }

    @Override
    public Optional<String> schema(long formKey) {
      return Optional.empty();
    }
  }

  /** Like Zeebe: the same drawing as the last one keeps its version. */
  static final class FakeEngine {

    final List<String> deployed = new CopyOnWriteArrayList<>();
    private final List<String> versions = new ArrayList<>();

    EngineOperations operations() {
      return (EngineOperations)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {EngineOperations.class},
              (self, method, arguments) ->
                  method.getName().equals("partitions") ? 1 : deploy((List<?>) arguments[0]));
    }

    private List<Deployed> deploy(List<?> resources) {
      var resource = (Resource) resources.getFirst();
      var xml = new String(resource.content(), StandardCharsets.UTF_8);
      deployed.add(xml);
      take(xml);
      return List.of(
          new Deployed("journey", versions.size(), 100 + versions.size(), resource.name()));
    }

    void take(String xml) {
      if (versions.isEmpty() || !versions.getLast().equals(xml)) {
        versions.add(xml);
      }
    }
  }
}
