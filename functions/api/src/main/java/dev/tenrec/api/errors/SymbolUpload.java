package dev.tenrec.api.errors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.api.errors.uploads.Uploads;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSet;
import dev.tenrec.stores.symbols.SymbolSets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A symbol set that somebody wants to upload.
 *
 * @param chunk the id that the CLI injected into the script
 * @param release the release it is to be bound to
 * @param hash what the CLI says of its content
 */
record SymbolUpload(String chunk, Optional<String> release, String hash) {

  /** The uploads that a request announces: as newer CLIs do, or as older ones did. */
  static List<SymbolUpload> of(JsonBody body) {
    List<SymbolUpload> wanted = new ArrayList<>();
    for (JsonNode item : body.items("symbol_sets")) {
      if (item.path("content_length").asLong() > Uploads.MOST_BYTES) {
        throw refused(
            "file_too_large",
            "Chunk %s has %d bytes: at most %d are taken"
                .formatted(
                    item.path("chunk_id").asText(),
                    item.path("content_length").asLong(),
                    Uploads.MOST_BYTES));
      }
      wanted.add(
          new SymbolUpload(
              item.path("chunk_id").asText(""),
              text(item, "release_id"),
              item.path("content_hash").asText("")));
    }
    for (JsonNode chunk : body.items("chunk_ids")) {
      wanted.add(new SymbolUpload(chunk.asText(""), body.optionalText("release_id"), ""));
    }
    Set<String> chunks = new HashSet<>();
    for (SymbolUpload upload : wanted) {
      if (!chunks.add(upload.chunk())) {
        throw refused("invalid_chunk_ids", "Chunk " + upload.chunk() + " is there twice");
      }
    }
    return wanted;
  }

  private static Optional<String> text(JsonNode item, String field) {
    return Optional.ofNullable(item.path(field).textValue()).filter(value -> !value.isEmpty());
  }

  /** Passes when the release is one of the project's, or none is named. */
  void requireRelease(long project, Releases releases) {
    if (release.isPresent() && !isKnown(project, releases, release.get())) {
      throw refused("invalid_release_id", "There is no release " + release.get());
    }
  }

  private static boolean isKnown(long project, Releases releases, String id) {
    try {
      return releases.find(project, UUID.fromString(id)).isPresent();
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }

  /** Whether it has to be uploaded, being new or another than the one that is there. */
  boolean isNeeded(long project, SymbolSets sets, boolean force, boolean skipOnConflict) {
    Optional<SymbolSet> there = sets.find(project, chunk);
    if (there.isEmpty()) {
      return true;
    }
    if (!force
        && release.isPresent()
        && there.get().release().filter(bound -> !bound.equals(release.get())).isPresent()) {
      throw refused("release_id_mismatch", "Chunk " + chunk + " belongs to another release");
    }
    if (!hash.isEmpty() && there.get().contentHash().equals(hash)) {
      return false;
    }
    if (force) {
      return true;
    }
    if (skipOnConflict) {
      return false;
    }
    throw refused(
        "content_hash_mismatch",
        "Chunk " + chunk + " is there with other content: use --force or --skip-on-conflict");
  }

  private static ApiException refused(String code, String detail) {
    return ApiException.invalid("symbol_sets", code, detail + ".");
  }
}
