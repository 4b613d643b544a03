package dev.tenrec.emulators.glue;

import dev.tenrec.emulators.protocol.AwsJsonRequest;
import java.util.List;
import java.util.Optional;

/** A part of a sorted listing of names; its token is the last name. */
record Page(List<String> names, Optional<String> nextToken) {
  private static final int LIMIT = 100;

  static Page of(List<String> all, AwsJsonRequest request) {
    String after = request.optionalText("NextToken").orElse("");
    int limit = Math.min(LIMIT, request.optionalInteger("MaxResults").orElse(LIMIT));
    List<String> rest = all.stream().filter(name -> name.compareTo(after) > 0).toList();
    List<String> page = rest.stream().limit(limit).toList();
    return new Page(
        page, page.size() < rest.size() ? Optional.of(page.getLast()) : Optional.empty());
  }
}
