package dev.tenrec.endtoend;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The real {@code posthog-cli}, found on the PATH or where cargo puts it. */
record PostHogCli(URI host, String key) {
  private static final String VERSION = "0.19.0";

  /** Runs it and answers what it said. */
  String run(Path directory, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().put("POSTHOG_CLI_HOST", host.toString());
    builder.environment().put("POSTHOG_CLI_API_KEY", key);
    builder.environment().put("POSTHOG_CLI_PROJECT_ID", "1");
    // No credentials of whoever runs the test.
    builder.environment().put("HOME", directory.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " failed:\n" + said);
    }
    return said;
  }

  private static Path program() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator)).map(Path::of),
            Stream.of(Path.of(System.getProperty("user.home"), ".cargo", "bin")))
        .map(directory -> directory.resolve("posthog-cli"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    """
                    posthog-cli is not on the PATH, and this test uploads source maps with the real one.
                    Get it (5 minutes, once):  cargo install posthog-cli --version %s --locked
                    .ci/run does so where cargo is there.\
                    """
                        .formatted(VERSION)));
  }
}
