package dev.tenrec.cloud.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.cloud.functions.InvocationResult.Answer;
import dev.tenrec.cloud.functions.InvocationResult.Failure;
import dev.tenrec.cloud.functions.InvocationResult.Throttled;
import dev.tenrec.cloud.functions.InvocationResult.TooLarge;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds wherever a function's code runs. */
abstract class FunctionsContract {
  @TempDir Path directory;
  final TestingProgress progress = new TestingProgress();
  final List<ProcessHandle> processes = new CopyOnWriteArrayList<>();
  private final List<Functions> open = new ArrayList<>();
  private Path zip;

  abstract FunctionsSettings.Isolation isolation();

  @BeforeEach
  void zip() throws IOException {
    zip = TestingAssembly.zip(directory.resolve("function.zip"));
  }

  @AfterEach
  void close() {
    open.forEach(Functions::close);
  }

  @Test
  void aFunctionAnswersAndKeepsItsStateBetweenInvocations() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    assertThat(text(functions, "echo hello")).isEqualTo("hello");
    assertThat(text(functions, "count")).isEqualTo("1");
    assertThat(text(functions, "count")).isEqualTo("2");
  }

  @Test
  void theEnvironmentIsThatOfTheTemplateAndOfLambda() {
    Functions functions = functions(obedient("Obedient", Map.of("TABLE", "projects")));

    assertThat(text(functions, "env TABLE")).isEqualTo("projects");
    assertThat(text(functions, "env-by-reference TABLE")).isEqualTo("projects");
    assertThat(text(functions, "env-of-all TABLE")).isEqualTo("projects");
    assertThat(text(functions, "env AWS_ENDPOINT_URL_S3")).isEqualTo("http://127.0.0.1:1");
    assertThat(text(functions, "env AWS_LAMBDA_FUNCTION_NAME")).isEqualTo("main-Obedient");
    assertThat(text(functions, "env AWS_LAMBDA_FUNCTION_MEMORY_SIZE")).isEqualTo("128");
    assertThat(text(functions, "env HOME")).isEqualTo("null");
  }

  @Test
  void twoFunctionsDoNotShareTheirEnvironment() {
    Functions functions =
        functions(obedient("One", Map.of("ME", "one")), obedient("Two", Map.of("ME", "two")));

    assertThat(text(invoke(functions, "One", "env ME"))).isEqualTo("one");
    assertThat(text(invoke(functions, "Two", "env ME"))).isEqualTo("two");
    assertThat(text(invoke(functions, "One", "count"))).isEqualTo("1");
    assertThat(text(invoke(functions, "Two", "count"))).isEqualTo("1");
  }

  @Test
  void aTypedHandlerIsFedByLambdasOwnRules() {
    FunctionDefinition mirror =
        definition(
            "Mirror",
            "dev.tenrec.cloud.testing.handlers.Mirror",
            Map.of(),
            Duration.ofSeconds(10),
            OptionalInt.empty());
    Functions functions = functions(mirror);

    assertThat(text(invoke(functions, "Mirror", "{\"a\":[1,true,null]}")))
        .contains("\"statusCode\":200")
        .contains("{\\\"a\\\":[1,true,null]}");
  }

  @Test
  void theContextKnowsTheDeadlineAndTheArn() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    assertThat(Integer.parseInt(text(functions, "remaining"))).isBetween(1, 10_000);
    assertThat(text(functions, "arn"))
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:main-Obedient");
  }

  @Test
  void anExceptionIsReportedAsLambdaDoesAndTheFunctionGoesOn() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    InvocationResult result = invoke(functions, "Obedient", "throw my \"message\"");

    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.type()).isEqualTo("java.lang.IllegalArgumentException");
              assertThat(failure.message()).isEqualTo("my \"message\"");
              assertThat(new String(failure.payload(), StandardCharsets.UTF_8))
                  .contains("\"stackTrace\":[")
                  .contains("Obedient.handleRequest");
            });
    assertThat(text(functions, "echo on")).isEqualTo("on");
  }

  @Test
  void anInvocationThatTakesTooLongIsGivenUpAndTheNextOneWorks() {
    FunctionDefinition impatient =
        definition(
            "Obedient",
            "dev.tenrec.cloud.testing.handlers.Obedient",
            Map.of(),
            Duration.ofSeconds(1),
            OptionalInt.empty());
    Functions functions = functions(impatient);

    InvocationResult result = invoke(functions, "Obedient", "sleep 60000");

    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.type()).isEqualTo("Sandbox.Timedout");
              assertThat(failure.message()).endsWith("Task timed out after 1.00 seconds");
            });
    assertThat(text(functions, "echo on")).isEqualTo("on");
    assertThat(progress.notices())
        .containsExactly("Obedient: Error: Task timed out after 1.00 seconds");
  }

  @Test
  void aFunctionThatCannotBeLoadedFailsWithItsReason() {
    Functions functions =
        functions(
            obedient("Broken", Map.of("FAIL_AT_START", "yes")),
            definition(
                "Missing",
                "dev.tenrec.NoSuchHandler",
                Map.of(),
                Duration.ofSeconds(5),
                OptionalInt.empty()));

    assertThat(invoke(functions, "Broken", "echo x"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.message()).contains("told to fail at the start"));
    assertThat(invoke(functions, "Missing", "echo x"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.message()).contains("dev.tenrec.NoSuchHandler"));
  }

  @Test
  void aReservedConcurrencyOfNothingLetsNothingThrough() {
    FunctionDefinition stopped =
        definition(
            "Obedient",
            "dev.tenrec.cloud.testing.handlers.Obedient",
            Map.of(),
            Duration.ofSeconds(5),
            OptionalInt.of(0));

    assertThat(invoke(functions(stopped), "Obedient", "echo x")).isInstanceOf(Throttled.class);
  }

  @Test
  void invocationsBeyondTheWorkersWaitTheirTurn() throws Exception {
    Functions functions = functions(obedient("Obedient", Map.of()));
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<InvocationResult>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        results.add(clients.submit(() -> invoke(functions, "Obedient", "sleep 20")));
      }
      for (Future<InvocationResult> result : results) {
        assertThat(text(result.get())).isEqualTo("slept");
      }
    }
  }

  @Test
  void whatIsLargerThanLambdaTakesIsRefused() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    assertThat(invoke(functions, "Obedient", "x".repeat(Functions.LARGEST_EVENT + 1)))
        .isEqualTo(new TooLarge(Functions.LARGEST_EVENT + 1));
    assertThat(invoke(functions, "Obedient", "large 7000000"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.type()).isEqualTo("Function.ResponseSizeTooLarge"));
    assertThat(text(functions, "large 6000000")).hasSize(6_000_000);
  }

  @Test
  void aFunctionIsFoundByNameLabelAndArnWithOrWithoutAlias() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    for (String name :
        List.of(
            "Obedient",
            "main-Obedient",
            "arn:aws:lambda:us-east-1:000000000000:function:main-Obedient",
            "arn:aws:lambda:us-east-1:000000000000:function:main-Obedient:live")) {
      assertThat(functions.find(name)).as(name).isPresent();
    }
    assertThat(functions.find("arn:aws:lambda:us-east-1:000000000000:function:other")).isEmpty();
  }

  final FunctionDefinition obedient(String label, Map<String, String> environment) {
    return definition(
        label,
        "dev.tenrec.cloud.testing.handlers.Obedient",
        environment,
        Duration.ofSeconds(10),
        OptionalInt.empty());
  }

  final FunctionDefinition definition(
      String label,
      String handler,
      Map<String, String> environment,
      Duration timeout,
      OptionalInt concurrency) {
    return new FunctionDefinition(
        "main-" + label,
        label,
        "arn:aws:lambda:us-east-1:000000000000:function:main-" + label,
        handler,
        128,
        timeout,
        concurrency,
        new HashMap<>(environment),
        zip,
        "hash");
  }

  final Functions functions(FunctionDefinition... definitions) {
    return functions(Optional.empty(), definitions);
  }

  final Functions functions(Optional<Duration> learning, FunctionDefinition... definitions) {
    Functions functions =
        new Functions(
            List.of(definitions),
            new FunctionsSettings(
                isolation(), 2, learning, Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1")),
            DataDirectory.open(directory.resolve("data")),
            processes::add,
            progress,
            UUID::randomUUID,
            InstantSource.system());
    open.add(functions);
    return functions;
  }

  static InvocationResult invoke(Functions functions, String name, String event) {
    return functions.invoke(
        functions.find(name).orElseThrow(), event.getBytes(StandardCharsets.UTF_8));
  }

  static String text(Functions functions, String event) {
    return text(invoke(functions, functions.definitions().getFirst().name(), event));
  }

  static String text(InvocationResult result) {
    if (result instanceof Answer answer) {
      return new String(answer.payload(), StandardCharsets.UTF_8);
    }
    throw new AssertionError("No answer but " + result);
  }
}
