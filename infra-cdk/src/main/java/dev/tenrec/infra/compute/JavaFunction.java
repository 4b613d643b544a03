package dev.tenrec.infra.compute;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function as all of Tenrec's are: Java 25 on arm64, restored from a snapshot, reached through
 * the alias {@code live}, logging JSON to a group of its own, under a role of its own that may do
 * nothing but write that log until it is {@linkplain #allow allowed} more.
 */
public final class JavaFunction extends Construct {
  private final Function function;
  private final Alias alias;
  private final Role role;

  public JavaFunction(Construct scope, String id, Props props) {
    super(scope, id);
    LogGroup logs =
        LogGroup.Builder.create(this, "Logs").removalPolicy(RemovalPolicy.DESTROY).build();
    ((CfnLogGroup) requireNonNull(logs.getNode().getDefaultChild()))
        .setRetentionInDays(props.logDays());
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    logs.grantWrite(role);
    function =
        Function.Builder.create(this, "Function")
            .functionName(props.name())
            .description(props.description())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .code(Code.fromAsset(props.zip().toString()))
            .handler(props.handler())
            .memorySize(props.memory())
            .timeout(seconds(props.timeout()))
            .environment(props.environment())
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .role(role)
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            // A line for each start, end and report would cost more than the requests themselves.
            .systemLogLevelV2(SystemLogLevel.WARN)
            .reservedConcurrentExecutions(props.concurrency().orElse(null))
            .build();
    // It warns of every function with snapshots; the alias below publishes the version.
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
  }

  /** Lets the function do something more. */
  public JavaFunction allow(PolicyStatement... statements) {
    List.of(statements).forEach(role::addToPolicy);
    return this;
  }

  /** What triggers call. */
  public Alias alias() {
    return alias;
  }

  /** The function behind the alias. */
  public Function function() {
    return function;
  }

  /** The role the function runs under. */
  public Role role() {
    return role;
  }

  /** Gives the function a public URL. Who may do what is decided by the function itself. */
  FunctionUrl url() {
    return alias.addFunctionUrl(
        FunctionUrlOptions.builder().authType(FunctionUrlAuthType.NONE).build());
  }

  private static software.amazon.awscdk.Duration seconds(Duration duration) {
    return software.amazon.awscdk.Duration.seconds(duration.toSeconds());
  }

  /**
   * What differs from function to function.
   *
   * @param name what the function is called in the account
   * @param zip the code
   * @param handler the handler class
   * @param description one line for the console
   * @param memory in MB
   * @param timeout when Lambda gives up
   * @param logDays how long logs are kept
   * @param environment the variables the function reads
   * @param concurrency how many may run at once; empty for no reservation
   */
  public record Props(
      String name,
      Path zip,
      String handler,
      String description,
      int memory,
      Duration timeout,
      int logDays,
      Map<String, String> environment,
      Optional<Integer> concurrency) {
    public Props {
      requireNonNull(name, "name is null");
      requireNonNull(zip, "zip is null");
      requireNonNull(handler, "handler is null");
      requireNonNull(description, "description is null");
      requireNonNull(timeout, "timeout is null");
      requireNonNull(concurrency, "concurrency is null");
      environment = Map.copyOf(environment);
    }

    public Props(
        String name,
        Path zip,
        String handler,
        String description,
        int memory,
        Duration timeout,
        int logDays,
        Map<String, String> environment) {
      this(
          name, zip, handler, description, memory, timeout, logDays, environment, Optional.empty());
    }
  }
}
