package dev.siyu.launches;

import dev.siyu.FakeApprovals;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineOperations.Deployed;
import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.engine.EntryGate;
import dev.siyu.engine.Forms;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.engine.JourneyRuns;
import dev.siyu.entries.FakeRuns;
import dev.siyu.journeys.JourneyStudio;
import dev.siyu.tasks.Notices;
import dev.siyu.time.DueWork;
import dev.siyu.touchpoints.ContactCaps;
import dev.siyu.wecom.MediaUploads;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Launches with their neighbours on a real database; engine and people are played. */
final class LaunchRig implements AutoCloseable {

  private static final String REQUESTER =
      """
      INSERT INTO person (name, display_name_zh, display_name_en, department, roles, password_hash,
        wecom_user_id, created_at)
      VALUES ('ops', 'ops', 'ops', '私域运营部', '{DESIGNER}', 'x', 'W-ops', '2026-01-01T00:00:00Z')
      """;

  final FakeRuns runs = new FakeRuns();
  final FakeApprovals people = new FakeApprovals();
  final Map<String, String> approved = new HashMap<>();
  final List<String> redeemed = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();
  final List<String> deployed = new CopyOnWriteArrayList<>();

  /** What the engine says about a drawing before it takes it; throws what a test wants. */
  volatile Consumer<String> onDeploy = xml -> {};

  /** What happens to its answer when it has taken a drawing. */
  volatile Consumer<String> afterDeploy = xml -> {};

  /** Partitions that have a drawing as soon as it is deployed. */
  final List<Integer> reached = new CopyOnWriteArrayList<>(List.of(1));

  /** Whether the exporter keeps up with the clock. */
  boolean exports = true;

  final List<Announcement> announced = new ArrayList<>();
  final EngineTraffic traffic = new EngineTraffic();
  final TestRooms rooms;
  final Launches launches;
  private final List<String> versions = new ArrayList<>();
  private final Set<String> notices = new HashSet<>();
  private int entry;
  private int asked;
  private volatile int partitions;
  private int position;

  LaunchRig() {
    rooms =
        TestRooms.open(
            Map.of("siyu.journeys.ship-at-start", "false", "siyu.launches.minimum-sample", "40"),
            context -> {
              context.registerBean(JourneyRuns.class, () -> runs);
              context.registerBean(Approvals.class, this::approvals);
              context.registerBean(Notices.class, () -> this::tell);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(EngineTraffic.class, () -> traffic);
              context.registerBean(EngineOperations.class, this::engine);
              context.registerBean(ContactCaps.class, () -> new ContactCaps(20, 60, 20, 60, 1, 0));
              context.registerBean(MediaUploads.class, () -> unused(MediaUploads.class));
              context.registerBean(Forms.class, () -> unused(Forms.class));
              context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
            },
            "launches",
            "entries",
            "journeys",
            "content",
            "history");
    launches = rooms.get(Launches.class);
    rooms.jdbc().sql(REQUESTER).update();
    rooms.jdbc().sql("INSERT INTO history.incarnation VALUES (1, '2026-01-01')").update();
    partitions(1);
    studio().deploy(WinBack.drawing("第一版", "P3D"), null, "siyu");
  }

  /** Like the real one: told once, however often it is queued. */
  private void tell(String key, String staff, String text) {
    if (notices.add(key)) {
      told.add(text);
    }
  }

  DueWork life() {
    return rooms.get(DueWork.class, "dev.siyu.launches.LaunchLife");
  }

  /** From now on nothing is written into the table, when the condition on NEW holds. */
  void dieAt(String table, String condition) {
    rooms
        .jdbc()
        .sql(
            """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''killed''; END'
            """)
        .update();
    rooms
        .jdbc()
        .sql(
            "CREATE TRIGGER die BEFORE INSERT ON %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION die()"
                .formatted(table, condition))
        .update();
  }

  /** The next life, when whatever rests has rested. */
  void live() {
    rooms.jdbc().sql("DROP FUNCTION die CASCADE").update();
    rooms.pass(Duration.ofSeconds(11));
  }

  /** The engine has as many partitions, and the history knows them. */
  void partitions(int count) {
    partitions = count;
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO history.exporter_position
            SELECT 1, id, 10, :now FROM generate_series(1, :count) AS id ON CONFLICT DO NOTHING
            """)
        .param("count", count)
        .param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** A partition writes into its log that it has the latest definition. */
  synchronized void reaches(int partition, long definition) {
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO history.record (incarnation, partition_id, position, key, record_type,
              value_type, intent, at, value)
            VALUES (1, :partition, :position, :key, 'EVENT', 'PROCESS', 'CREATED', :now, '{}')
            """)
        .param("partition", partition)
        .param("position", ++position)
        .param("key", definition)
        .param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  JourneyStudio studio() {
    return rooms.get(JourneyStudio.class);
  }

  /** Runs what is due, as the clock would. */
  void turn() {
    if (exports) {
      rooms
          .jdbc()
          .sql("UPDATE history.exporter_position SET updated_at = :now")
          .param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
          .update();
    }
    life().runDue(rooms.clock().instant());
  }

  void decide(long launch, ApprovalEnded.Ending ending) {
    var subject = "launch:" + launch;
    approved.put(subject, people.request(subject).content());
    people.end(rooms, "A" + asked, subject, ending, "boss");
  }

  EntryGate.Way enter(String customer) {
    return enter(customer, "customer-dormant:" + customer + ":" + entry++);
  }

  EntryGate.Way enter(String customer, String key) {
    return rooms
        .get(EntryGate.class)
        .way(
            new EntryGate.Entry(
                key,
                "customer-dormant",
                customer,
                "{\"customerId\":\"" + customer + "\",\"entry\":\"e1\"}"));
  }

  void customer(String id) {
    rooms
        .jdbc()
        .sql("INSERT INTO customer (id, zone, created_at) VALUES (:id, 'Asia/Shanghai', :now)")
        .param("id", id)
        .param("now", rooms.clock().instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One that people decide and that is used up once. */
  private Approvals approvals() {
    return new Approvals() {
      @Override
      public String ask(ApprovalRequest request) {
        takeBack(request.subject());
        approved.remove(request.subject());
        people.ask(request);
        return "A" + ++asked;
      }

      @Override
      public boolean withdraw(ApprovalKind kind, String subject, String reason, String actor) {
        return takeBack(subject);
      }

      private boolean takeBack(String subject) {
        boolean open = people.open.containsKey(subject);
        if (open) {
          withdrawn.add(subject);
          people.end(rooms, "A" + asked, subject, ApprovalEnded.Ending.WITHDRAWN);
        }
        return open;
      }

      @Override
      public Optional<String> redeem(ApprovalKind kind, String subject, String content) {
        redeemed.add(content);
        return Objects.equals(approved.remove(subject), content)
            ? Optional.of("A1")
            : Optional.empty();
      }
    };
  }

  /** Like Zeebe: the same drawing as the last one keeps its version. */
  private EngineOperations engine() {
    return (EngineOperations)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EngineOperations.class},
            (self, method, arguments) ->
                method.getName().equals("partitions")
                    ? partitions
                    : take((Resource) ((List<?>) arguments[0]).getFirst()));
  }

  private synchronized List<Deployed> take(Resource resource) {
    var xml = new String(resource.content(), StandardCharsets.UTF_8);
    onDeploy.accept(xml);
    deployed.add(xml + (traffic.isOpen() ? "" : "<!-- held -->"));
    if (versions.isEmpty() || !versions.getLast().equals(xml)) {
      versions.add(xml);
    }
    reached.forEach(partition -> reaches(partition, 100L + versions.size()));
    afterDeploy.accept(xml);
    return List.of(
        new Deployed("win-back", versions.size(), 100 + versions.size(), resource.name()));
  }

  private static <T> T unused(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              throw new AssertionError(method);
            }));
  }

  @Override
  public void close() {
    rooms.close();
  }
}
