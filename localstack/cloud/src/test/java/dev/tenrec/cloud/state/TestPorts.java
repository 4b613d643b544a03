package dev.tenrec.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPorts {
  @TempDir Path directory;
  private DataDirectory data;

  @BeforeEach
  void open() {
    data = DataDirectory.open(directory);
  }

  @Test
  void aNameHasTheSamePortAtEveryStart() {
    Ports first = new Ports(data, 0, Set.of());
    int front = first.front();
    int kinesis = first.port("kinesis");

    Ports second = new Ports(data, 0, Set.of());

    assertThat(kinesis).isNotEqualTo(front);
    assertThat(second.port("kinesis")).isEqualTo(kinesis);
    assertThat(second.front()).isEqualTo(front);
  }

  @Test
  void reservedPortsAreLeftAlone() {
    int free = new Ports(DataDirectory.open(directory.resolve("other")), 0, Set.of()).front();

    Ports ports = new Ports(data, free, Set.of(free + 1, free + 2));

    assertThat(ports.port("s3")).isGreaterThan(free + 2);
  }

  @Test
  void aPortThatWasAskedForAndIsTakenIsRefusedByNumber() throws Exception {
    int port = new Ports(DataDirectory.open(directory.resolve("other")), 0, Set.of()).front();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", port));

      assertThatThrownBy(() -> new Ports(data, port, Set.of()).front())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("--port");
    }
  }

  @Test
  void aReservedPortThatIsTakenIsRefusedBeforeAnythingStarts() throws Exception {
    int port = new Ports(DataDirectory.open(directory.resolve("other")), 0, Set.of()).front();
    new Ports(data, 0, Set.of(port)).requireReserved();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", port));

      assertThatThrownBy(() -> new Ports(data, 0, Set.of(port)).requireReserved())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("--port");
    }
  }

  @Test
  void anyPortWillDoWhereTheRememberedOneIsTaken() throws Exception {
    int port = new Ports(data, 0, Set.of()).port("sqs");
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", port));

      assertThat(new Ports(data, 0, Set.of()).port("sqs")).isNotEqualTo(port);
    }
  }

  @Test
  void aPortOnceChosenStaysForTheRunAlthoughItIsInUseByThen() throws Exception {
    Ports ports = new Ports(data, 0, Set.of());
    int port = ports.port("url");
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", port));

      assertThat(ports.port("url")).isEqualTo(port);
    }
  }
}
