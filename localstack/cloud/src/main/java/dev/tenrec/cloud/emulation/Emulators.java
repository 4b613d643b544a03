package dev.tenrec.cloud.emulation;

import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Credentials;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.resources.Services;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.emulators.GlueEmulator;
import dev.tenrec.emulators.KinesisEmulator;
import dev.tenrec.emulators.S3Emulator;
import dev.tenrec.emulators.SqsEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The emulators of one local cloud, each with its data in a directory of its own. */
public final class Emulators implements AutoCloseable {
  private final Map<Protocol, URI> endpoints = new EnumMap<>(Protocol.class);
  private final Map<Protocol, CompletableFuture<AwsService>> services =
      new EnumMap<>(Protocol.class);
  private final List<CompletableFuture<AutoCloseable>> running = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Emulators() {}

  /**
   * Begins to start emulators and returns at once.
   *
   * @param ports the port of each that is needed
   */
  public static Emulators start(
      Map<Protocol, Integer> ports,
      DataDirectory data,
      String region,
      Progress progress,
      InstantSource clock) {
    Emulators emulators = new Emulators();
    ports.forEach(
        (protocol, port) -> {
          URI endpoint = URI.create("http://127.0.0.1:" + port);
          emulators.endpoints.put(protocol, endpoint);
          CompletableFuture<AutoCloseable> emulator = new CompletableFuture<>();
          emulators.running.add(emulator);
          Path directory = data.directory(protocol.name().toLowerCase(Locale.ROOT));
          Thread.ofPlatform()
              .name("start-" + protocol)
              .start(() -> start(protocol, directory, port, progress, emulator));
          emulators.services.put(
              protocol,
              emulator.thenApply(
                  _ ->
                      new AwsService(
                          emulators.http, endpoint, protocol, Credentials.LOCAL, region, clock)));
        });
    return emulators;
  }

  /** Where each emulator is or will be. */
  public Map<Protocol, URI> endpoints() {
    return Map.copyOf(endpoints);
  }

  /** The services, each there as soon as its emulator has started. */
  public Services services() {
    return new Services(services);
  }

  /** Waits until all have started; one that has not ends the wait with its reason. */
  public void await() {
    try {
      running.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    List<Thread> closing = new ArrayList<>();
    for (CompletableFuture<AutoCloseable> emulator : running) {
      closing.add(Thread.ofPlatform().start(() -> close(emulator)));
    }
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    http.shutdownNow();
  }

  private static void start(
      Protocol protocol,
      Path directory,
      int port,
      Progress progress,
      CompletableFuture<AutoCloseable> result) {
    long begin = System.nanoTime();
    try {
      AutoCloseable emulator =
          switch (protocol) {
            case KINESIS -> KinesisEmulator.start(directory, port);
            case S3 -> S3Emulator.start(directory, port);
            case SQS -> SqsEmulator.start(directory, port);
            case GLUE -> GlueEmulator.start(directory, port);
            case DYNAMODB -> DynamoDbEmulator.start(directory, port);
          };
      String name =
          emulator instanceof DynamoDbEmulator database
              ? "DYNAMODB (" + database.program() + ")"
              : protocol.name();
      progress.step(
          String.format(
              Locale.ROOT,
              "%s on port %d after %.1f s",
              name,
              port,
              (System.nanoTime() - begin) / 1e9));
      result.complete(emulator);
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private static void close(CompletableFuture<AutoCloseable> emulator) {
    try {
      emulator.join().close();
    } catch (CompletionException neverStarted) {
      // Nothing to stop.
    } catch (Exception e) {
      throw new IllegalStateException("An emulator does not stop: " + e, e);
    }
  }
}
