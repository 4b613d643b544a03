package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.functions.InvocationResult.Failure;
import dev.tenrec.cloud.runtime.Wire;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs functions in processes of their own. */
final class ProcessHost implements Host {
  // Lambda gives ten seconds and then more; a loaded laptop deserves that too.
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final RuntimeJars runtime;
  private final FunctionLogs logs;
  private final Path temporary;
  private final Optional<AotCaches> caches;
  private final Consumer<ProcessHandle> started;
  private final Supplier<UUID> tokens;
  private final InstantSource clock;
  private final WorkerDoor door = new WorkerDoor();

  ProcessHost(
      RuntimeJars runtime,
      FunctionLogs logs,
      Path temporary,
      Optional<AotCaches> caches,
      Consumer<ProcessHandle> started,
      Supplier<UUID> tokens,
      InstantSource clock) {
    this.runtime = runtime;
    this.logs = logs;
    this.temporary = temporary;
    this.caches = caches;
    this.started = started;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Worker start(
      FunctionDefinition function, FunctionCode code, Map<String, String> environment)
      throws WorkerStartException {
    long begin = System.nanoTime();
    String token = tokens.get().toString();
    CompletableFuture<Socket> connection = door.expect(token);
    Aot aot = Aot.of(caches, AotCaches.key(function, runtime));
    try {
      Path directory = Files.createTempDirectory(temporary, function.label() + "-");
      Process process =
          ProcessCommand.of(
                  function,
                  code,
                  runtime,
                  environment,
                  directory,
                  aot.option(),
                  List.of("" + door.port(), token, function.handler()))
              .start();
      var unused =
          process
              .onExit()
              .thenRun(
                  () -> {
                    connection.completeExceptionally(new EOFException("the process ended"));
                    aot.ended(caches);
                    Temporary.delete(directory);
                  });
      process.getOutputStream().close();
      follow(function, process.inputReader());
      started.accept(process.toHandle());
      Socket socket = connect(function, connection, process);
      awaitReady(function, socket, process);
      Duration startup = Duration.ofNanos(System.nanoTime() - begin);
      return new ProcessWorker(function, process, socket, clock, startup, aot.learns());
    } catch (IOException e) {
      aot.ended(caches);
      throw new WorkerStartException(Failures.init("Cannot start " + function.label() + ": " + e));
    } finally {
      door.forget(token);
    }
  }

  @Override
  public void close() {
    door.close();
  }

  // On a thread of the platform: reading a pipe would hold a carrier thread all the time.
  private void follow(FunctionDefinition function, BufferedReader output) {
    Thread.ofPlatform()
        .daemon()
        .name("log-" + function.label())
        .start(
            () -> {
              try (output) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                  logs.line(function.label(), line);
                }
              } catch (IOException processIsGone) {
                // Nothing more to print.
              }
            });
  }

  private Socket connect(
      FunctionDefinition function, CompletableFuture<Socket> connection, Process process)
      throws WorkerStartException {
    try {
      return connection.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException ended) {
      throw new WorkerStartException(died(function));
    } catch (TimeoutException late) {
      process.destroyForcibly();
      throw new WorkerStartException(tooSlow(function));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new WorkerStartException(Failures.init("Interrupted"));
    }
  }

  private void awaitReady(FunctionDefinition function, Socket socket, Process process)
      throws IOException, WorkerStartException {
    socket.setSoTimeout(Math.toIntExact(LONGEST_START.toMillis()));
    DataInputStream in = new DataInputStream(socket.getInputStream());
    try {
      if (in.readByte() != Wire.READY) {
        throw new WorkerStartException(Failures.reported(Wire.bytes(in)));
      }
    } catch (SocketTimeoutException late) {
      process.destroyForcibly();
      throw new WorkerStartException(tooSlow(function));
    } catch (EOFException | SocketException gone) {
      process.destroyForcibly();
      throw new WorkerStartException(died(function));
    }
  }

  private static Failure died(FunctionDefinition function) {
    return Failures.init(
        function.label()
            + " ended before it was ready; logs/"
            + function.label()
            + ".log says why");
  }

  private static Failure tooSlow(FunctionDefinition function) {
    return Failures.init(
        function.label()
            + " was not ready after "
            + LONGEST_START.toSeconds()
            + " seconds; logs/"
            + function.label()
            + ".log says what it did");
  }

  /** Whether a process uses a cache, learns one, or neither. */
  private record Aot(String key, Optional<String> option, boolean learns) {
    static Aot of(Optional<AotCaches> caches, String key) {
      Optional<Path> cache = caches.flatMap(all -> all.find(key));
      if (cache.isPresent()) {
        return new Aot(key, cache.map(file -> "-XX:AOTCache=" + file), false);
      }
      Optional<Path> output = caches.flatMap(all -> all.learn(key));
      return new Aot(key, output.map(file -> "-XX:AOTCacheOutput=" + file), output.isPresent());
    }

    void ended(Optional<AotCaches> caches) {
      if (learns) {
        caches.orElseThrow().learned(key);
      }
    }
  }
}
