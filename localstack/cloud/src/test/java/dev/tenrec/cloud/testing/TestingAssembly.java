package dev.tenrec.cloud.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a cloud assembly as the CDK does. */
public final class TestingAssembly {
  /** The object key of the zip with the handlers of this module's tests. */
  public static final String ZIP = "0123456789abcdef.zip";

  private static final String HANDLERS = "dev/tenrec/cloud/testing/handlers";

  private final Path directory;
  private final Map<String, String> templates = new LinkedHashMap<>();
  private final Map<String, List<String>> dependencies = new LinkedHashMap<>();

  public TestingAssembly(Path directory) {
    this.directory = directory;
  }

  /** Adds a stack; its template is JSON. */
  public TestingAssembly stack(String name, String template, String... dependsOn) {
    templates.put(name, template);
    dependencies.put(name, List.of(dependsOn));
    return this;
  }

  /** Writes everything and returns the directory. */
  public Path write() {
    try {
      Files.createDirectories(directory);
      zip(directory.resolve("asset." + ZIP));
      StringBuilder artifacts = new StringBuilder();
      for (Map.Entry<String, String> stack : templates.entrySet()) {
        String name = stack.getKey();
        write(name + ".template.json", stack.getValue());
        write(
            name + ".assets.json",
            """
            {"version":"54.0.0","files":{"%s":{"source":{"path":"asset.%s","packaging":"file"},
            "destinations":{"current_account-current_region":{
              "bucketName":"cdk-assets-${AWS::AccountId}-${AWS::Region}","objectKey":"%s"}}}}}
            """
                .formatted(name, ZIP, ZIP));
        artifacts.append(
            """
            "%1$s.assets":{"type":"cdk:asset-manifest","properties":{"file":"%1$s.assets.json"}},
            "%1$s":{"type":"aws:cloudformation:stack","environment":"aws://unknown-account/unknown-region",
             "properties":{"templateFile":"%1$s.template.json"},"dependencies":[%2$s]},
            """
                .formatted(
                    name,
                    Stream.concat(Stream.of(name + ".assets"), dependencies.get(name).stream())
                        .map(it -> "\"" + it + "\"")
                        .collect(Collectors.joining(","))));
      }
      write(
          "manifest.json",
          "{\"version\":\"54.0.0\",\"artifacts\":{%s\"Tree\":{\"type\":\"cdk:tree\"}}}"
              .formatted(artifacts));
      return directory;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String name, String content) throws IOException {
    Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  /** Zips the test handlers as a function's build does: classes at the root, jars under lib. */
  public static Path zip(Path zip) throws IOException {
    Path classes = home(TestingAssembly.class);
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> handlers = Files.list(classes.resolve(HANDLERS))) {
      for (Path handler : (Iterable<Path>) handlers.sorted()::iterator) {
        add(out, HANDLERS + "/" + handler.getFileName(), handler);
      }
      Path core = home(com.amazonaws.services.lambda.runtime.Context.class);
      add(out, "lib/" + core.getFileName(), core);
      out.putNextEntry(new ZipEntry("data/greeting.txt"));
      out.write("hello from the task root".getBytes(StandardCharsets.UTF_8));
    }
    return zip;
  }

  private static void add(ZipOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(out);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
