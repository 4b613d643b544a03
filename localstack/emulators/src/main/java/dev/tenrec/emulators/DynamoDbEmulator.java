package dev.tenrec.emulators;

import dev.tenrec.emulators.dynamodb.DynamoDbProgram;
import dev.tenrec.emulators.process.GuardedProcess;
import dev.tenrec.emulators.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * DynamoDB as a process beside this JVM: dynoxide if it is on the PATH, else Amazon's DynamoDB
 * Local.
 *
 * <ul>
 *   <li>A write that was answered survives the death of both processes if there is a data
 *       directory.
 *   <li>The two programs do not see each other's data.
 *   <li>The process never outlives this JVM.
 *   <li>DynamoDB Local has no option to listen on 127.0.0.1 alone: it listens on every address.
 * </ul>
 */
public final class DynamoDbEmulator implements AutoCloseable {
  // Somebody else may take a free port before the program does, two seconds later.
  private static final int ATTEMPTS = 3;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final DynamoDbProgram program;
  private final GuardedProcess process;
  private final URI endpoint;
  private final boolean shared;

  private DynamoDbEmulator(
      DynamoDbProgram program, GuardedProcess process, URI endpoint, boolean shared) {
    this.program = program;
    this.process = process;
    this.endpoint = endpoint;
    this.shared = shared;
  }

  /** Starts on any free port with the data in {@code dataDirectory}. */
  public static DynamoDbEmulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the data in {@code dataDirectory}. */
  public static DynamoDbEmulator start(Path dataDirectory, int port) {
    return start(DynamoDbProgram.find(System.getenv()), Optional.of(dataDirectory), port, false);
  }

  /** Starts on any free port with data that ends with the process. */
  public static DynamoDbEmulator startInMemory() {
    return start(DynamoDbProgram.find(System.getenv()), Optional.empty(), 0, false);
  }

  /**
   * The one in-memory emulator of this JVM, started by the first call (about two seconds) and ended
   * with the JVM; closing it does nothing. Tests keep apart by {@link #freshTable}.
   */
  public static DynamoDbEmulator shared() {
    return Shared.EMULATOR;
  }

  private static final class Shared {
    static final DynamoDbEmulator EMULATOR =
        start(DynamoDbProgram.find(System.getenv()), Optional.empty(), 0, true);
  }

  static DynamoDbEmulator start(
      DynamoDbProgram program, Optional<Path> dataDirectory, int port, boolean shared) {
    try {
      Path output;
      if (dataDirectory.isPresent()) {
        Files.createDirectories(dataDirectory.get());
        output = dataDirectory.get().resolve("output.log");
      } else {
        output = Files.createTempFile("dynamodb", ".log");
        output.toFile().deleteOnExit();
      }
      Optional<Path> pidFile =
          dataDirectory.map(directory -> directory.resolve("process.pid").toAbsolutePath());
      // A survivor of a crash may hold the port: it has to go before the port is looked at.
      GuardedProcess.endSurvivors(pidFile);
      for (int attempt = 1; ; attempt++) {
        int claimed = Ports.claim(port);
        List<String> command = program.command(claimed, dataDirectory.map(Path::toAbsolutePath));
        GuardedProcess process = GuardedProcess.start(command, output, pidFile);
        URI endpoint = URI.create("http://127.0.0.1:" + claimed);
        try {
          process.awaitAnswer(endpoint, program.name(), START_LIMIT);
          process.note();
          return new DynamoDbEmulator(program, process, endpoint, shared);
        } catch (RuntimeException e) {
          boolean lostPort = port == 0 && !process.isAlive() && attempt < ATTEMPTS;
          process.close();
          if (!lostPort) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare the files of DynamoDB: " + e, e);
    }
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_DYNAMODB}. */
  public URI endpoint() {
    return endpoint;
  }

  /** Which program plays DynamoDB, to be shown to the user. */
  public String program() {
    return program.name();
  }

  /** A new client of this emulator; the caller closes it. */
  public DynamoDbClient client() {
    return LocalClients.local(DynamoDbClient.builder(), endpoint).build();
  }

  /** Creates a table as all of Tenrec's are: keys {@code pk} and {@code sk}, both strings. */
  public void createTable(String name) {
    try (DynamoDbClient client = client()) {
      client.createTable(
          table ->
              table
                  .tableName(name)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                      sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                  .keySchema(
                      pk -> pk.attributeName("pk").keyType(KeyType.HASH),
                      sk -> sk.attributeName("sk").keyType(KeyType.RANGE)));
      client.waiter().waitUntilTableExists(table -> table.tableName(name));
    }
  }

  /**
   * Creates a table that no other test uses, and returns its name, which begins with {@code
   * prefix}.
   */
  public String freshTable(String prefix) {
    String name = prefix + "-" + UUID.randomUUID();
    createTable(name);
    return name;
  }

  GuardedProcess process() {
    return process;
  }

  @Override
  public void close() {
    if (!shared) {
      process.close();
    }
  }
}
