package dev.tenrec.emulators.kinesis;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** The token of a listing of shards: the first request, and the shard to go on after. */
final class ListToken {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ListToken() {}

  static String after(AwsJsonRequest request, String shardId) throws JacksonException {
    ObjectNode next = request.body().deepCopy();
    next.put("ExclusiveStartShardId", shardId);
    return Base64.getUrlEncoder().encodeToString(MAPPER.writeValueAsBytes(next));
  }

  /** The request that {@code given} stands for: itself, or the one in its token. */
  static AwsJsonRequest resume(AwsJsonRequest given) {
    Optional<String> token = given.optionalText("NextToken");
    if (token.isEmpty()) {
      return given;
    }
    try {
      ObjectNode next = (ObjectNode) MAPPER.readTree(Base64.getUrlDecoder().decode(token.get()));
      JsonNode limit = given.body().get("MaxResults");
      if (limit != null) {
        next.set("MaxResults", limit);
      }
      return new AwsJsonRequest(next, given.encoding());
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw Checks.invalid("'" + token.get() + "' is not a token of ListShards");
    }
  }
}
