package dev.tenrec.emulators.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** One operation of a service. Binary values are base64 text in JSON and bytes in CBOR. */
@FunctionalInterface
public interface AwsJsonOperation {

  /**
   * Answers one call.
   *
   * @throws AwsFailure what the caller did wrong or has to wait for
   */
  JsonNode answer(AwsJsonRequest request) throws IOException;
}
