package dev.tenrec.infra.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFunctionZips {
  @TempDir Path directory;

  @Test
  void aRepositoryHasThemWhereTheBuildLeavesThem() throws IOException {
    Path zip = directory.resolve("functions/capture/target/function.zip");
    Files.createDirectories(zip.getParent());
    Files.createFile(zip);
    assertThat(FunctionZips.ofRepository(directory).zip("functions/capture")).isEqualTo(zip);
  }

  @Test
  void aModuleThatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() {
    assertThatThrownBy(() -> FunctionZips.ofRepository(directory).zip("query/function"))
        .isInstanceOf(MissingZipException.class)
        .hasMessageContaining("query/function/target/function.zip does not exist")
        .hasMessageContaining("mvn -pl query/function -am package");
  }

  @Test
  void aDirectoryHasThemByTheNameOfTheModule() throws IOException {
    Path zip = Files.createFile(directory.resolve("query-function.zip"));
    assertThat(FunctionZips.ofDirectory(directory).zip("query/function")).isEqualTo(zip);
    assertThatThrownBy(() -> FunctionZips.ofDirectory(directory).zip("functions/lake"))
        .isInstanceOf(MissingZipException.class)
        .hasMessageContaining("functions-lake.zip does not exist");
  }

  @Test
  void aJarCarriesThemAsResources() throws IOException {
    Files.createDirectories(directory.resolve("zips"));
    Files.writeString(directory.resolve("zips/functions-lake.zip"), "lake");
    try (URLClassLoader jar = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      FunctionZips zips = FunctionZips.ofResources(jar, "zips");
      assertThat(zips.zip("functions/lake")).hasContent("lake");
      assertThatThrownBy(() -> zips.zip("functions/api"))
          .isInstanceOf(MissingZipException.class)
          .hasMessageContaining("zips/functions-api.zip does not exist")
          .hasMessageContaining("class path");
    }
  }
}
