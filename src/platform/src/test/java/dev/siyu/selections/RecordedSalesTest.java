package dev.siyu.selections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestRooms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The lines of the recorded year, counted in SQL and held against figures counted by hand. */
class RecordedSalesTest {

  private static final Path FILES = Path.of("..", "app", "src/main/resources/sample-data");
  private static final Instant END = Instant.parse("2011-12-10T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static TestRooms rooms;
  private static SalesTable sales;

  @BeforeAll
  static void load() throws IOException, SQLException {
    rooms = TestRooms.open();
    sales =
        new SalesTable(
            rooms.jdbc(), new SelectionSettings(400, 50, 500, Duration.ofHours(1)), ZONE);
    rooms
        .jdbc()
        .sql(
            """
            CREATE TABLE recorded_order (order_id text, customer_id text, paid_at timestamp,
              amount_cents bigint, line_count integer, country text);
            CREATE TABLE recorded_line (order_id text, sku text, quantity integer,
              unit_price_cents bigint);
            """)
        .update();
    copy("recorded_order", Files.newInputStream(FILES.resolve("orders.csv")));
    copy(
        "recorded_line",
        new GZIPInputStream(Files.newInputStream(FILES.resolve("order_lines.csv.gz"))));
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO customer (id, name, stage, zone, created_at)
            SELECT DISTINCT 'C' || customer_id, '', 'SEED', 'Asia/Shanghai',
              timestamptz '2010-12-01T00:00:00Z' FROM recorded_order;
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at)
            SELECT 'm', order_id, 'C' || customer_id, amount_cents, line_count,
              paid_at AT TIME ZONE 'Asia/Shanghai' FROM recorded_order;
            INSERT INTO order_line (source, order_id, line_no, sku_id, quantity, paid_cents)
            SELECT 'm', order_id, row_number() OVER (PARTITION BY order_id), sku, quantity,
              quantity * unit_price_cents FROM recorded_line JOIN recorded_order USING (order_id);
            ANALYZE;
            """)
        .update();
  }

  private static void copy(String table, InputStream csv) throws IOException, SQLException {
    String text;
    try (var reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      text = reader.lines().collect(Collectors.joining("\n", "", "\n"));
    }
    try (var connection = rooms.database().dataSource().getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER)", new StringReader(text));
    }
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @Test
  void shouldFindWhatTheSampleMatrixSaysOfItsProducts() {
    // when
    var found =
        sales
            .of(
                END,
                Map.of(
                    "22423", Optional.empty(),
                    "85123A", Optional.empty(),
                    "22961", Optional.of("22423"),
                    "22469", Optional.of("85123A"),
                    "22502", Optional.empty(),
                    "none", Optional.empty()))
            .stream()
            .collect(Collectors.toMap(Selections.Sales::sku, one -> one));

    // then
    assertThat(found).as("what nobody bought is left out").hasSize(5);
    assertThat(shares(sold(found, "22423"))).isEqualTo("2031 null 3723 13");
    assertThat(shares(sold(found, "85123A"))).isEqualTo("1973 null 4731 13");
    assertThat(shares(sold(found, "22961"))).isEqualTo("1238 3426 2644 13");
    assertThat(shares(sold(found, "22469"))).isEqualTo("1321 4171 3473 13");
    assertThat(shares(sold(found, "22502"))).isEqualTo("403 null 1714 10");
  }

  private static Selections.Sales sold(Map<String, Selections.Sales> found, String sku) {
    return Optional.ofNullable(found.get(sku)).orElseThrow();
  }

  private static String shares(Selections.Sales one) {
    return "%s %s %s %s".formatted(one.buyersBp(), one.toStarBp(), one.againBp(), one.months());
  }

  @Test
  void shouldNameWhatMostCustomersBoughtFirst() {
    // when
    var best = sales.best(END, 5);

    // then
    assertThat(best).hasSize(5);
    assertThat(best.getFirst().sku()).isEqualTo("22423");
    assertThat(best.getFirst().buyers()).isEqualTo(881);
  }
}
