package dev.tenrec.assets;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client accepts and what it already has. */
record Negotiation(HttpRequest request) {
  /** The first of these encodings that the client accepts. */
  Optional<String> encoding(List<String> offered) {
    String accepted = request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    return offered.stream().filter(encoding -> accepts(accepted, encoding)).findFirst();
  }

  /** Whether the client has this version. */
  boolean has(String etag) {
    return request
        .header("if-none-match")
        .map(header -> List.of(header.split(",")))
        .orElse(List.of())
        .stream()
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || strong(known).equals(strong(etag)));
  }

  /** The answer, or 304 with its headers when the client has it. */
  HttpResponse answer(String etag, HttpResponse whole) {
    HttpResponse tagged = whole.withHeader("etag", etag).withHeader("vary", "Accept-Encoding");
    return has(etag) ? new HttpResponse(304, tagged.headers(), List.of(), new byte[0]) : tagged;
  }

  private static boolean accepts(String header, String encoding) {
    for (String choice : header.split(",")) {
      String[] parts = choice.split(";");
      if (parts[0].strip().equals(encoding)) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static String strong(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
