package dev.tenrec.assets;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.Optional;

/** Answers with a packed file, compressed as the client likes it, or with 304. */
final class FileAnswer {
  /** For files whose name changes with their content. */
  static final String FOREVER = "public, max-age=31536000, immutable";

  private final PackedFiles files;

  FileAnswer(PackedFiles files) {
    this.files = files;
  }

  HttpResponse of(PackedFile file, HttpRequest request, String cacheControl) {
    Negotiation negotiation = new Negotiation(request);
    if (negotiation.has(file.etag())) {
      return negotiation.answer(
          file.etag(), HttpResponse.empty(304).withHeader("cache-control", cacheControl));
    }
    Optional<String> encoding = negotiation.encoding(file.encodings());
    byte[] content = encoding.map(form -> files.read(file, form)).orElseGet(() -> files.read(file));
    HttpResponse whole =
        HttpResponse.of(200, file.mediaType(), content)
            .withHeader("cache-control", cacheControl)
            .withHeader("x-content-type-options", "nosniff");
    return negotiation.answer(
        file.etag(),
        encoding.map(form -> whole.withHeader("content-encoding", form)).orElse(whole));
  }
}
