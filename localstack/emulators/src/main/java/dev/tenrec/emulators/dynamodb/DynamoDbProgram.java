package dev.tenrec.emulators.dynamodb;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that plays DynamoDB. */
public sealed interface DynamoDbProgram permits Dynoxide, DynamoDbLocal {

  /** The name to show to the user. */
  String name();

  /**
   * The command that serves {@code port}, with its data in {@code dataDirectory}, or in memory
   * without one.
   */
  List<String> command(int port, Optional<Path> dataDirectory);

  /** Finds dynoxide on the PATH, which is several times faster, or else DynamoDB Local. */
  static DynamoDbProgram find(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .flatMap(
            directory ->
                Stream.of("dynoxide", "dynoxide.exe").map(file -> Path.of(directory, file)))
        .filter(Files::isExecutable)
        .<DynamoDbProgram>map(Dynoxide::new)
        .findFirst()
        .orElseGet(() -> DynamoDbLocal.find(environment));
  }
}
