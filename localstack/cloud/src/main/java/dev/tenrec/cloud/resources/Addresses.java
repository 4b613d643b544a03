package dev.tenrec.cloud.resources;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.template.Resource;
import java.net.URI;
import java.util.function.Function;

/**
 * Where things answer.
 *
 * @param front the address of the distribution or HTTP API
 * @param sqs the endpoint of SQS, with which every queue's URL begins
 * @param functionUrls the address of each {@code AWS::Lambda::Url}
 */
public record Addresses(URI front, URI sqs, Function<Resource, URI> functionUrls) {
  public Addresses {
    requireNonNull(front, "front is null");
    requireNonNull(sqs, "sqs is null");
    requireNonNull(functionUrls, "functionUrls is null");
  }
}
