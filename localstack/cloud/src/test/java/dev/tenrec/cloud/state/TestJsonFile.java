package dev.tenrec.cloud.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJsonFile {
  @TempDir Path directory;

  @Test
  void whatWasWrittenIsReadAgain() {
    DataDirectory data = DataDirectory.open(directory);
    data.file("state", "a.json").write(JsonNodeFactory.instance.objectNode().put("a", 1));

    assertThat(data.file("state", "a.json").read().path("a").asInt()).isEqualTo(1);
    assertThat(data.file("state", "b.json").read()).isEmpty();
  }

  @Test
  void aWriteThatWasCutOffLeavesTheOldContent() throws IOException {
    JsonFile file = DataDirectory.open(directory).file("a.json");
    file.write(JsonNodeFactory.instance.objectNode().put("a", 1));
    Files.writeString(directory.resolve("a.json.next"), "{\"a\":");

    assertThat(file.read().path("a").asInt()).isEqualTo(1);
  }

  @Test
  void aThreadThatIsBeingStoppedCanStillWrite() {
    JsonFile file = DataDirectory.open(directory).file("a.json");
    Thread.currentThread().interrupt();

    file.write(JsonNodeFactory.instance.objectNode().put("a", 1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file.read().path("a").asInt()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNoneIsRefusedWithTheCure() throws IOException {
    JsonFile file = DataDirectory.open(directory).file("a.json");
    Files.writeString(file.path(), "{\"a\":");

    assertThatThrownBy(file::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("remove it");
  }
}
