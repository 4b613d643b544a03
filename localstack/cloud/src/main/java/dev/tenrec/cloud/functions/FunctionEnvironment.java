package dev.tenrec.cloud.functions;

import java.util.HashMap;
import java.util.Map;

/** The environment variables that Lambda gives to a function, and the template's. */
final class FunctionEnvironment {
  private FunctionEnvironment() {}

  static Map<String, String> of(FunctionDefinition function, Map<String, String> common) {
    Map<String, String> variables = new HashMap<>(common);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "" + function.memoryMegabytes());
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("_HANDLER", function.handler());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.putAll(function.environment());
    return variables;
  }
}
