package dev.tenrec.api.errors.uploads;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Permission to send one file to S3 as {@code multipart/form-data}.
 *
 * @param url where to
 * @param fields the fields to send before the file
 */
public record UploadForm(String url, Map<String, String> fields) {
  public UploadForm {
    requireNonNull(url, "url is null");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
