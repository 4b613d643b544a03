package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.state.JsonFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How far a mapping has come in each shard; kept on disk, so that a restart goes on from there. */
final class Checkpoints {
  private final JsonFile file;
  private final ObjectNode content;

  Checkpoints(JsonFile file, InstantSource clock) {
    this.file = file;
    this.content = file.read();
    if (!content.has("created")) {
      content.put("created", clock.instant().toString());
      content.putObject("shards");
      file.write(content);
    }
  }

  /** When the mapping was made. */
  synchronized Instant created() {
    return Instant.parse(content.path("created").asText());
  }

  /** The last record that is done, as are all before it. */
  synchronized Optional<String> done(String shard) {
    String sequence = content.path("shards").path(shard).path("done").asText("");
    return sequence.isEmpty() ? Optional.empty() : Optional.of(sequence);
  }

  synchronized void done(String shard, String sequenceNumber) {
    shard(shard).put("done", sequenceNumber);
    file.write(content);
  }

  /** Whether a closed shard has been read to its end. */
  synchronized boolean finished(String shard) {
    return content.path("shards").path(shard).path("finished").asBoolean();
  }

  synchronized void finish(String shard) {
    shard(shard).put("finished", true);
    file.write(content);
  }

  private ObjectNode shard(String shard) {
    return content.withObject("/shards").withObject("/" + shard);
  }
}
