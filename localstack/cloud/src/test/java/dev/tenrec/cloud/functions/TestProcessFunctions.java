package dev.tenrec.cloud.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.cloud.functions.InvocationResult.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestProcessFunctions extends FunctionsContract {
  @Override
  FunctionsSettings.Isolation isolation() {
    return FunctionsSettings.Isolation.PROCESS;
  }

  @Test
  void aFunctionThatIsNotCalledIsNotStarted() {
    functions(obedient("Obedient", Map.of()));

    assertThat(processes).isEmpty();
  }

  @Test
  void aCrashIsReportedAndTheNextInvocationGetsANewProcess() {
    Functions functions = functions(obedient("Obedient", Map.of()));
    String before = text(functions, "pid");

    InvocationResult result = invoke(functions, "Obedient", "exit 3");

    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.type()).isEqualTo("Runtime.ExitError");
              assertThat(failure.message()).endsWith("exit status 3");
            });
    assertThat(text(functions, "pid")).isNotEqualTo(before);
  }

  @Test
  void memoryIsCappedAndRunningOutOfItCostsTheProcess() {
    Functions functions = functions(obedient("Obedient", Map.of()));
    String before = text(functions, "pid");

    assertThat(Long.parseLong(text(functions, "memory"))).isBetween(90_000_000L, 128_000_000L);
    assertThat(invoke(functions, "Obedient", "hoard"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.type()).isEqualTo("java.lang.OutOfMemoryError"));
    assertThat(text(functions, "pid")).isNotEqualTo(before);
  }

  @Test
  void aTimeoutKillsTheProcess() throws Exception {
    Functions functions =
        functions(
            definition(
                "Obedient",
                "dev.tenrec.cloud.testing.handlers.Obedient",
                Map.of(),
                Duration.ofSeconds(1),
                java.util.OptionalInt.empty()));

    invoke(functions, "Obedient", "sleep 60000");

    assertThat(processes).hasSize(1);
    processes.getFirst().onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void underLoadASecondProcessStartsButNoThird() throws Exception {
    Functions functions = functions(obedient("Obedient", Map.of()));
    Set<String> pids = new HashSet<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> running =
          Stream.generate(
                  () ->
                      clients.submit(
                          () -> {
                            text(functions, "sleep 1000");
                            return text(functions, "pid");
                          }))
              .limit(6)
              .toList();
      for (Future<String> pid : running) {
        pids.add(pid.get());
      }
    }

    assertThat(pids).hasSize(2);
    assertThat(processes).hasSize(2);
  }

  @Test
  void theTaskRootIsTheWorkingDirectory() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    assertThat(text(functions, "read data/greeting.txt")).isEqualTo("hello from the task root");
    assertThat(text(functions, "env LAMBDA_TASK_ROOT")).endsWith("task");
  }

  @Test
  void whatAFunctionPrintsIsInItsLogAndInTheCommonOne() throws Exception {
    Functions functions = functions(obedient("Obedient", Map.of()));
    text(functions, "print a line");

    Path logs = directory.resolve("data/logs");
    awaitLine(logs.resolve("Obedient.log"), " a line");
    awaitLine(logs.resolve("Obedient.log"), " logged a line");
    awaitLine(logs.resolve("functions.log"), "[Obedient] a line");
  }

  @Test
  void aBrokenFunctionSaysInItsLogWhy() throws Exception {
    Functions functions = functions(obedient("Broken", Map.of("FAIL_AT_START", "yes")));
    invoke(functions, "Broken", "echo x");

    awaitLine(directory.resolve("data/logs/Broken.log"), "told to fail at the start");
  }

  @Test
  void noProcessOutlivesItsFunctions() throws Exception {
    Functions functions = functions(obedient("Obedient", Map.of()));
    text(functions, "pid");

    functions.close();

    processes.getFirst().onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aProcessThatHasLearnedLeavesACacheForTheNext() throws Exception {
    Functions functions =
        functions(Optional.of(Duration.ofMillis(1)), obedient("Obedient", Map.of()));
    String first = text(functions, "pid");
    Optional<Path> cache = Optional.empty();
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (cache.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(100);
      try (Stream<Path> files = Files.list(directory.resolve("data/aot"))) {
        cache = files.filter(file -> file.toString().endsWith(".aot")).findFirst();
      }
    }

    assertThat(cache).isPresent();
    assertThat(text(functions, "pid")).isNotEqualTo(first);
    assertThat(text(functions, "count")).isEqualTo("1");
  }

  private static void awaitLine(Path file, String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < deadline) {
      if (Files.exists(file)
          && Files.readAllLines(file).stream().anyMatch(line -> line.contains(text))) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(text + " is not in " + file + ": " + Files.readString(file));
  }
}
