package dev.tenrec.cloud;

import dev.tenrec.cloud.aws.Credentials;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.template.Place;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that make unmodified functions find the emulators. */
final class FunctionVariables {
  private FunctionVariables() {}

  static Map<String, String> of(
      Map<Protocol, URI> endpoints, URI lambda, URI mailbox, Place place) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", place.region());
    variables.put("AWS_DEFAULT_REGION", place.region());
    variables.put("AWS_ACCESS_KEY_ID", Credentials.LOCAL.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", Credentials.LOCAL.secretAccessKey());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    // Whatever is not emulated ends here, and never at the real AWS.
    variables.put("AWS_ENDPOINT_URL", lambda.toString());
    variables.put("AWS_ENDPOINT_URL_LAMBDA", lambda.toString());
    variables.put("AWS_ENDPOINT_URL_SES", mailbox.toString());
    // Workflows may call what runs beside them here, and nothing else that is private.
    variables.put("OUTBOUND_ALLOWED", "127.0.0.1");
    variables.put("RETRY_AFTER_SECONDS", "1");
    endpoints.forEach(
        (protocol, endpoint) ->
            variables.put("AWS_ENDPOINT_URL_" + protocol.name(), endpoint.toString()));
    return variables;
  }
}
