package dev.tenrec.cloud.web;

/** Answers requests; called from many threads at once. */
public interface WebHandler {
  /** Answers one request. */
  WebResponse handle(WebRequest request);
}
