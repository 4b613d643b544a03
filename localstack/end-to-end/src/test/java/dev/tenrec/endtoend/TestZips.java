package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The same sources make the same zips, wherever and whenever they are built, so that a deployment
 * without changes deploys nothing: nothing in them tells the time, the place or the builder.
 */
class TestZips {
  /** {@code project.build.outputTimestamp}. */
  private static final LocalDateTime OF_ALL = LocalDateTime.of(2026, 1, 1, 0, 0);

  @Test
  void theFunctionsZipsSayNothingOfWhenAndWhereTheyWereBuilt() throws IOException {
    List<Path> zips = zips();
    assertThat(zips).hasSizeGreaterThanOrEqualTo(11);
    for (Path zip : zips) {
      try (ZipFile file = new ZipFile(zip.toFile())) {
        List<? extends ZipEntry> entries = file.stream().toList();
        assertThat(entries).as("%s", zip).isNotEmpty().allSatisfy(TestZips::timeless);
        for (ZipEntry entry : entries) {
          try (InputStream content = file.getInputStream(entry)) {
            check(zip + "!" + entry.getName(), entry.getName(), content);
          }
        }
      }
    }
  }

  private static void check(String place, String name, InputStream content) throws IOException {
    if (name.startsWith("lib/tenrec-")) {
      ZipInputStream jar = new ZipInputStream(content);
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        timeless(entry);
        check(place + "!" + entry.getName(), entry.getName(), jar);
      }
    } else if (!name.startsWith("lib/") && !name.endsWith("/")) {
      String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(text.contains(RunningCloud.ROOT.toString()))
          .as("%s names the directory of the build", place)
          .isFalse();
    }
  }

  private static void timeless(ZipEntry entry) {
    assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(OF_ALL);
    assertThat(entry.getExtra()).as(entry.getName()).isNullOrEmpty();
  }

  private static List<Path> zips() throws IOException {
    try (Stream<Path> functions = Files.list(RunningCloud.ROOT.resolve("functions"))) {
      return Stream.concat(functions, Stream.of(RunningCloud.ROOT.resolve("query/function")))
          .map(module -> module.resolve("target/function.zip"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }
}
