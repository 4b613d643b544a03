package dev.tenrec.stores.batches;

import static dev.tenrec.stores.batches.Outcome.LOST;
import static dev.tenrec.stores.batches.Outcome.REFUSED;
import static dev.tenrec.stores.batches.Outcome.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Write;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TestBatchTable {
  private static DynamoDbClient client;

  private String name;
  private BatchTable table;

  @BeforeAll
  static void start() {
    client = DynamoDbEmulator.shared().client();
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @BeforeEach
  void create() {
    name = DynamoDbEmulator.shared().freshTable("batches");
    table = new BatchTable(client, name, 100, Pauses.system());
  }

  @Test
  void readsAnswerEveryItemOnceHoweverOftenItIsAskedFor() {
    List<ItemGroup> groups =
        IntStream.range(0, 230).mapToObj(number -> group(item("item-" + number))).toList();
    assertThat(table.write(groups)).containsOnly(WRITTEN);
    List<Item.Key> keys =
        IntStream.range(0, 300)
            .mapToObj(number -> new Item.Key("item-" + number % 260, "test"))
            .toList();
    assertThat(table.read(keys)).hasSize(230);
  }

  @Test
  void readsOfMoreThanOneAnswerHoldsGoOn() {
    List<Item> large =
        IntStream.range(0, 60)
            .mapToObj(number -> item("large-" + number).with("text", "x".repeat(380_000)))
            .toList();
    assertThat(table.write(large.stream().map(TestBatchTable::group).toList()))
        .containsOnly(WRITTEN);
    assertThat(table.read(large.stream().map(Item::key).toList())).hasSize(60);
  }

  @Test
  void aGroupThatLosesIsTheOnlyOneNotWritten() {
    table.write(List.of(group(item("taken"))));
    List<Outcome> outcomes =
        table.write(
            List.of(
                group(item("a")),
                group(item("b"), item("taken")),
                group(item("c")),
                group(item("d"))));
    assertThat(outcomes).containsExactly(WRITTEN, LOST, WRITTEN, WRITTEN);
    assertThat(table.read(List.of(key("a"), key("b"), key("c"), key("d"))))
        .containsOnlyKeys(key("a"), key("c"), key("d"));
  }

  @Test
  void aSingleWriteThatLosesIsLost() {
    BatchTable one = new BatchTable(client, name, 1, Pauses.system());
    assertThat(one.write(List.of(group(item("a")), group(item("b")), group(item("a2")))))
        .containsOnly(WRITTEN);
    assertThat(one.write(List.of(group(item("a")), group(item("c")))))
        .containsExactly(LOST, WRITTEN);
  }

  @Test
  void anItemThatTheTableDoesNotTakeIsRefusedAndNothingElse() {
    Item tooLarge = item("large").with("text", "x".repeat(450_000));
    assertThat(table.write(List.of(group(item("a")), group(tooLarge), group(item("b")))))
        .containsExactly(WRITTEN, REFUSED, WRITTEN);
    assertThat(table.write(List.of(group(tooLarge, item("c"))))).containsExactly(REFUSED);
    assertThat(table.read(List.of(key("a"), key("b"), key("c"), key("large"))))
        .containsOnlyKeys(key("a"), key("b"));
  }

  @Test
  void versionsAreCompared() {
    table.write(List.of(group(item("v").with("version", 7))));
    Item next = item("v").with("version", 8);
    assertThat(table.write(List.of(over(next, Condition.version(6))))).containsExactly(LOST);
    assertThat(table.write(List.of(over(next, Condition.version(7))))).containsExactly(WRITTEN);
    assertThat(table.write(List.of(over(next, Condition.present())))).containsExactly(WRITTEN);
    assertThat(table.write(List.of(over(item("w"), Condition.present())))).containsExactly(LOST);
    assertThat(table.write(List.of(over(next, Condition.none())))).containsExactly(WRITTEN);
  }

  @Test
  void aTableOutOfReachIsUnavailable() {
    try (DynamoDbClient nobody =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:1"))
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(
                software.amazon.awssdk.auth.credentials.StaticCredentialsProvider.create(
                    software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create("a", "b")))
            .httpClientBuilder(
                software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
            .build()) {
      BatchTable unreachable = new BatchTable(nobody, name, 100, Pauses.system());
      assertThatThrownBy(() -> unreachable.read(List.of(key("a"))))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining(name);
      assertThatThrownBy(() -> unreachable.write(List.of(group(item("a")), group(item("b")))))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void pausesGrowAndEnd() {
    List<Duration> slept = new java.util.ArrayList<>();
    Pauses pauses = new Pauses(4, Duration.ofMillis(10), new Random(1), slept::add);
    IntStream.range(0, 4).forEach(attempt -> pauses.before(attempt, "busy"));
    assertThat(slept).hasSize(3);
    assertThat(slept.get(0)).isLessThanOrEqualTo(Duration.ofMillis(10));
    assertThat(slept.get(2)).isLessThanOrEqualTo(Duration.ofMillis(40));
    assertThatThrownBy(() -> pauses.before(4, "busy"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("4 attempts: busy");
  }

  private static ItemGroup group(Item... items) {
    return new ItemGroup(
        Arrays.stream(items).map(item -> new Write.Put(item, Condition.absent())).toList());
  }

  private static ItemGroup over(Item item, Condition condition) {
    return new ItemGroup(List.of(new Write.Put(item, condition)));
  }

  private static Item item(String partition) {
    return Item.at(partition, "test").with("version", 1);
  }

  private static Item.Key key(String partition) {
    return new Item.Key(partition, "test");
  }
}
