package dev.tenrec.api.errors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.api.errors.uploads.UploadForm;
import dev.tenrec.api.errors.uploads.Uploads;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.symbols.SymbolSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Uploads of source maps by {@code posthog-cli}: it asks which it needs to send, is let send them
 * to S3, and says when it is done. A map counts from then on.
 */
final class SymbolUploadResource {
  private final ProjectScope scope;
  private final ErrorTrackingRoutes errors;

  SymbolUploadResource(ErrorTrackingRoutes errors) {
    this.scope = errors.scope();
    this.errors = errors;
  }

  List<Route> routes() {
    String all = "/api/projects/{project}/error_tracking/symbol_sets";
    return List.of(
        new Route("POST", all + "/bulk_check_upload", this::check),
        new Route("POST", all + "/bulk_start_upload", this::start),
        new Route("POST", all + "/bulk_finish_upload", this::finish));
  }

  private HttpResponse check(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var chunks = answer.putArray("chunk_ids_to_upload");
    needed(entered.project().id(), JsonBody.of(request))
        .forEach(upload -> chunks.add(upload.chunk()));
    return HttpResponse.json(200, answer);
  }

  private HttpResponse start(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    long project = entered.project().id();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode map = answer.putObject("id_map");
    for (SymbolUpload upload : needed(project, JsonBody.of(request))) {
      SymbolSet set = announce(project, upload);
      UploadForm form = errors.uploads().form(set.objectKey());
      ObjectNode one = map.putObject(upload.chunk());
      one.put("symbol_set_id", set.id().toString());
      ObjectNode url = one.putObject("presigned_url").put("url", form.url());
      form.fields().forEach(url.putObject("fields")::put);
    }
    return HttpResponse.json(201, answer);
  }

  private List<SymbolUpload> needed(long project, JsonBody body) {
    boolean force = body.optionalFlag("force").orElse(false);
    boolean skip = body.optionalFlag("skip_on_conflict").orElse(false);
    List<SymbolUpload> wanted = SymbolUpload.of(body);
    wanted.forEach(upload -> upload.requireRelease(project, errors.releases()));
    return wanted.stream()
        .filter(upload -> upload.isNeeded(project, errors.symbolSets(), force, skip))
        .toList();
  }

  private SymbolSet announce(long project, SymbolUpload upload) {
    try {
      return errors.symbolSets().announce(project, upload.chunk(), upload.release(), upload.hash());
    } catch (IllegalArgumentException unfit) {
      throw ApiException.invalid("symbol_sets", "invalid_chunk_ids", unfit.getMessage() + ".");
    }
  }

  private HttpResponse finish(HttpRequest request, PathParameters path) {
    var entered = scope.enter(request, path, ErrorTrackingRoutes.WRITE);
    long project = entered.project().id();
    ObjectNode hashes =
        JsonBody.of(request)
            .optionalObject("content_hashes")
            .orElseThrow(
                () ->
                    ApiException.invalid("content_hashes", "required", "This field is required."));
    hashes.properties().forEach(hash -> requireUploaded(project, hash.getKey()));
    hashes
        .properties()
        .forEach(
            hash ->
                errors
                    .symbolSets()
                    .finish(project, UUID.fromString(hash.getKey()), hash.getValue().asText("")));
    return HttpResponse.json(201, JsonNodeFactory.instance.objectNode().put("success", true));
  }

  private void requireUploaded(long project, String id) {
    SymbolSet set =
        errors
            .symbolSets()
            .announced(project, IssueResource.id(id))
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "content_hashes",
                        "invalid",
                        "No upload was started for symbol set " + id + "."));
    OptionalLong size = errors.uploads().size(set.objectKey());
    if (size.isEmpty()) {
      throw ApiException.invalid(
          "content_hashes", "file_not_found", "Nothing was uploaded for symbol set " + id + ".");
    }
    if (size.getAsLong() > Uploads.MOST_BYTES) {
      throw ApiException.invalid(
          "content_hashes",
          "file_too_large",
          "The upload for symbol set %s has %d bytes: at most %d are taken."
              .formatted(id, size.getAsLong(), Uploads.MOST_BYTES));
    }
  }
}
