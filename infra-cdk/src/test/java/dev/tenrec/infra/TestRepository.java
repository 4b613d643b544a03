package dev.tenrec.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRepository {
  @TempDir Path directory;

  @Test
  void theRootIsFoundFromAnyDirectoryInside() throws IOException {
    Files.createDirectories(directory.resolve("infra-cdk/src/main"));
    Files.createFile(directory.resolve("infra-cdk/pom.xml"));
    assertThat(Repository.root(directory)).isEqualTo(directory);
    assertThat(Repository.root(directory.resolve("infra-cdk/src/main"))).isEqualTo(directory);
  }

  @Test
  void outsideTheMessageSaysWhereToGo() {
    assertThatThrownBy(() -> Repository.root(directory))
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("run this from the repository");
  }
}
