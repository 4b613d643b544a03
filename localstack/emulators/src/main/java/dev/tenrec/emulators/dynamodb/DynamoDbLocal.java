package dev.tenrec.emulators.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Amazon's DynamoDB Local, from the jars that the user's own Maven downloaded into {@code jars}.
 * Its licence asks that it stays a program of its own.
 */
record DynamoDbLocal(Path jars) implements DynamoDbProgram {
  private static final String SETTING = "TENREC_DYNAMODB_LOCAL";
  private static final Path IN_REPOSITORY =
      Path.of("localstack", "dynamodb-local", "target", "dynamodb-local");

  static DynamoDbLocal find(Map<String, String> environment) {
    Optional<Path> named =
        Optional.ofNullable(System.getProperty(SETTING, environment.get(SETTING))).map(Path::of);
    Path directory =
        named
            .or(() -> beside(Path.of("").toAbsolutePath()))
            .or(DynamoDbLocal::besideTheseClasses)
            .orElseThrow(() -> missing("no " + IN_REPOSITORY + " in any directory above this one"));
    if (!holdsJars(directory)) {
      throw missing("no jar of it in " + directory);
    }
    return new DynamoDbLocal(directory);
  }

  private static Optional<Path> beside(Path start) {
    return Stream.iterate(start, directory -> directory != null, Path::getParent)
        .map(directory -> directory.resolve(IN_REPOSITORY))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> besideTheseClasses() {
    return Optional.ofNullable(DynamoDbLocal.class.getProtectionDomain().getCodeSource())
        .map(source -> Path.of(java.net.URI.create(source.getLocation().toString())))
        .flatMap(DynamoDbLocal::beside);
  }

  private static boolean holdsJars(Path directory) {
    return Files.isDirectory(directory)
        && list(directory).stream().anyMatch(file -> file.startsWith("DynamoDBLocal-"));
  }

  private static List<String> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + directory + ": " + e, e);
    }
  }

  private static IllegalStateException missing(String found) {
    return new IllegalStateException(
        "DynamoDB Local is not here ("
            + found
            + "): fetch it with 'mvn -pl localstack/dynamodb-local process-resources', name its"
            + " directory in "
            + SETTING
            + ", or put dynoxide on the PATH with 'cargo install dynoxide-rs'");
  }

  @Override
  public String name() {
    return "DynamoDB Local";
  }

  @Override
  public List<String> command(int port, Optional<Path> dataDirectory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for minutes on a small machine: start-up counts more than the last bit of speed.
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.library.path=" + jars));
    command.addAll(List.of("-cp", classPath()));
    command.add("software.amazon.dynamodb.services.local.main.ServerRunner");
    command.addAll(List.of("-disableTelemetry", "-sharedDb", "-port", "" + port));
    command.addAll(
        dataDirectory
            .map(directory -> List.of("-dbPath", directory.toString()))
            .orElse(List.of("-inMemory")));
    return command;
  }

  private String classPath() {
    return list(jars).stream()
        .filter(file -> file.endsWith(".jar"))
        .map(file -> jars.resolve(file).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
