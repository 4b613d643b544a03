package dev.tenrec.emulators.dynamodb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DynamoDB on SQLite, written in Rust: {@code cargo install dynoxide-rs}. */
record Dynoxide(Path executable) implements DynamoDbProgram {

  @Override
  public String name() {
    return "dynoxide (" + executable + ")";
  }

  @Override
  public List<String> command(int port, Optional<Path> dataDirectory) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(List.of("--host", "127.0.0.1", "--port", "" + port));
    dataDirectory.ifPresent(
        directory ->
            command.addAll(List.of("--db-path", directory.resolve("dynoxide.db").toString())));
    return command;
  }
}
