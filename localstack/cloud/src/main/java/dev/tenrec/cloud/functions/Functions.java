package dev.tenrec.cloud.functions;

import dev.tenrec.cloud.functions.InvocationResult.Answer;
import dev.tenrec.cloud.functions.InvocationResult.Failure;
import dev.tenrec.cloud.functions.InvocationResult.TooLarge;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.state.DataDirectory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Every function of the local cloud. Safe to use from many threads; an invocation blocks its own.
 */
public final class Functions implements AutoCloseable {
  /** What Lambda takes and gives in one synchronous invocation. */
  public static final int LARGEST_EVENT = 6 * 1024 * 1024;

  private static final int LARGEST_ANSWER = LARGEST_EVENT + 100;
  // What is not the handler's own; its own is in its log.
  private static final Pattern PLATFORM =
      Pattern.compile("(Sandbox|Runtime|Function)\\..*|java\\.lang\\.[A-Za-z]*Error");
  private static final Duration UNNEEDED = Duration.ofSeconds(60);

  private final Map<String, FunctionDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, FunctionPool> pools = new HashMap<>();
  private final FunctionLogs logs;
  private final Host host;
  private final Progress progress;
  private final Supplier<UUID> ids;
  private final ScheduledExecutorService janitor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("functions-janitor").factory());

  /**
   * Prepares the functions; none is started.
   *
   * @param started told of every process, so that it can be ended should this one be killed
   */
  public Functions(
      List<FunctionDefinition> functions,
      FunctionsSettings settings,
      DataDirectory data,
      Consumer<ProcessHandle> started,
      Progress progress,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.progress = progress;
    this.ids = ids;
    this.logs = new FunctionLogs(data.directory("logs"), progress, clock);
    RuntimeJars runtime = RuntimeJars.prepare(data.directory("runtime"));
    forgetOld(functions, runtime, data);
    this.host =
        switch (settings.isolation()) {
          case PROCESS ->
              new ProcessHost(
                  runtime,
                  logs,
                  data.directory("tmp"),
                  settings.learning().map(_ -> new AotCaches(data.directory("aot"))),
                  started,
                  ids,
                  clock);
          case CLASS_LOADER -> new InProcessHost(runtime, clock);
        };
    for (FunctionDefinition function : functions) {
      definitions.put(function.name(), function);
      Map<String, String> environment = FunctionEnvironment.of(function, settings.environment());
      int limit = Math.min(settings.workers(), function.reservedConcurrency().orElse(64));
      pools.put(
          function.name(),
          new FunctionPool(function.label(), limit, () -> start(function, data, environment)));
    }
    var unused =
        janitor.scheduleWithFixedDelay(() -> tidy(settings.learning()), 1, 1, TimeUnit.SECONDS);
  }

  /** The functions, in template order. */
  public List<FunctionDefinition> definitions() {
    return List.copyOf(definitions.values());
  }

  /** The function of a name, a label, or an ARN with or without alias or version. */
  public Optional<FunctionDefinition> find(String name) {
    String[] parts = name.split(":", -1);
    // arn:aws:lambda:region:account:function:NAME[:QUALIFIER]
    String plain = parts.length >= 7 ? parts[6] : parts[0];
    return definitions.values().stream()
        .filter(function -> function.name().equals(plain) || function.label().equals(plain))
        .findFirst();
  }

  /** Calls a function and waits for it. */
  public InvocationResult invoke(FunctionDefinition function, byte[] payload) {
    if (payload.length > LARGEST_EVENT) {
      return new TooLarge(payload.length);
    }
    InvocationResult result = pools.get(function.name()).invoke(ids.get().toString(), payload);
    if (result instanceof Answer answer && answer.payload().length > LARGEST_ANSWER) {
      result = Failures.answerTooLarge(answer.payload().length, LARGEST_ANSWER);
    }
    if (result instanceof Failure failure && PLATFORM.matcher(failure.type()).matches()) {
      progress.notice(function.label() + ": " + withoutRequest(failure.message()));
    }
    return result;
  }

  /** Starts a worker of a function that has none, and returns when it is up. */
  public void warm(FunctionDefinition function) {
    pools.get(function.name()).warm();
  }

  @Override
  public void close() {
    janitor.shutdownNow();
    pools.values().forEach(FunctionPool::close);
    host.close();
    logs.close();
  }

  // Every build makes other code; what nothing here uses any more would fill the disk.
  private static void forgetOld(
      List<FunctionDefinition> functions, RuntimeJars runtime, DataDirectory data) {
    List<String> code = functions.stream().map(FunctionDefinition::codeHash).toList();
    List<String> caches = functions.stream().map(it -> AotCaches.key(it, runtime)).toList();
    Temporary.clear(data.directory("tmp"), _ -> true);
    Temporary.clear(data.directory("code"), name -> !code.contains(name));
    Temporary.clear(data.directory("aot"), name -> caches.stream().noneMatch(name::startsWith));
  }

  private Worker start(
      FunctionDefinition function, DataDirectory data, Map<String, String> environment)
      throws WorkerStartException {
    FunctionCode code =
        FunctionCode.unpack(function.code(), data.directory("code").resolve(function.codeHash()));
    Worker worker;
    try {
      worker = host.start(function, code, environment);
    } catch (WorkerStartException e) {
      String reason = e.failure().type() + ": " + e.failure().message();
      progress.notice(function.label() + " cannot be started: " + reason);
      throw e;
    }
    logs.line(function.label(), "ready after " + worker.startup().toMillis() + " ms");
    return worker;
  }

  // What one invocation is called does not make another failure of it.
  private static String withoutRequest(String message) {
    return message.replaceFirst("^RequestId: \\S+ ", "");
  }

  private void tidy(Optional<Duration> learning) {
    try {
      for (FunctionPool pool : pools.values()) {
        pool.trim(UNNEEDED);
      }
      if (learning.isPresent()
          && pools.values().stream().allMatch(pool -> pool.isQuiet(learning.get()))) {
        pools.values().stream()
            .filter(FunctionPool::hasLearner)
            .findFirst()
            .ifPresent(FunctionPool::retireLearner);
      }
    } catch (RuntimeException e) {
      progress.notice("Cannot tidy up the functions' workers: " + e);
    }
  }
}
