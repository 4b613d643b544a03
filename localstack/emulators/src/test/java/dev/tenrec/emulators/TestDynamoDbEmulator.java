package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TestDynamoDbEmulator {
  @TempDir Path directory;

  @Test
  void keepsItsTablesAcrossRestartsOnTheSamePort() {
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS("project#1"), "sk", AttributeValue.fromS("settings"));
    int port;
    try (DynamoDbEmulator emulator = DynamoDbEmulator.start(directory);
        DynamoDbClient client = emulator.client()) {
      port = emulator.endpoint().getPort();
      emulator.createTable("projects");
      client.putItem(put -> put.tableName("projects").item(item));
    }
    try (DynamoDbEmulator emulator = DynamoDbEmulator.start(directory, port);
        DynamoDbClient client = emulator.client()) {
      assertThat(client.getItem(get -> get.tableName("projects").key(item)).item()).isEqualTo(item);
    }
  }

  @Test
  void refusesAPortThatIsInUse() {
    int taken = DynamoDbEmulator.shared().endpoint().getPort();

    assertThatThrownBy(() -> DynamoDbEmulator.start(directory, taken))
        .hasMessage(
            "Port " + taken + " is in use: stop what listens there, or choose another port");
  }

  @Test
  void sharesOneProcessThatStaysWhenClosed() {
    DynamoDbEmulator shared = DynamoDbEmulator.shared();
    shared.close();

    String table = DynamoDbEmulator.shared().freshTable("persons");

    try (DynamoDbClient client = shared.client()) {
      assertThat(client.listTables().tableNames()).contains(table);
    }
    assertThat(table).startsWith("persons-").isNotEqualTo(shared.freshTable("persons"));
  }

  @Test
  void diesWhenItsParentIsKilled() throws Exception {
    List<ProcessHandle> children;
    try (KilledJvm parent = KilledJvm.start(Parent.class, directory.toString())) {
      children = Stream.of(parent.line().split(" ")).map(TestDynamoDbEmulator::process).toList();
      assertThat(children).isNotEmpty().allMatch(ProcessHandle::isAlive);
    }
    for (ProcessHandle child : children) {
      assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  private static ProcessHandle process(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** A JVM that starts an emulator, prints its process numbers and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws InterruptedException {
      DynamoDbEmulator emulator = DynamoDbEmulator.start(Path.of(arguments[0]));
      System.out.println(
          String.join(
              " ",
              emulator.process().processes().stream().map(process -> "" + process.pid()).toList()));
      Thread.currentThread().join();
    }
  }
}
