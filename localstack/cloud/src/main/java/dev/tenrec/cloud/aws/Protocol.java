package dev.tenrec.cloud.aws;

/** How a service is spoken to. */
public enum Protocol {
  /** DynamoDB. */
  DYNAMODB("dynamodb", "DynamoDB_20120810", "1.0"),
  /** Glue's catalog. */
  GLUE("glue", "AWSGlue", "1.1"),
  /** Kinesis data streams. */
  KINESIS("kinesis", "Kinesis_20131202", "1.1"),
  /** S3: REST only. */
  S3("s3", "", "1.1"),
  /** SQS. */
  SQS("sqs", "AmazonSQS", "1.0");

  private final String signingName;
  private final String target;
  private final String version;

  Protocol(String signingName, String target, String version) {
    this.signingName = signingName;
    this.target = target;
    this.version = version;
  }

  String signingName() {
    return signingName;
  }

  String target() {
    return target;
  }

  String contentType() {
    return "application/x-amz-json-" + version;
  }
}
