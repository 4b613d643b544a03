package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.ITableV2;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * The permissions functions can have, each naming exactly its actions and its resource. CDK's own
 * {@code grant} methods add tagging, legal holds and wildcards that nothing here needs.
 */
public final class Allow {
  private Allow() {}

  /** Puts records into a stream. */
  public static PolicyStatement putRecords(IStream stream) {
    return statement(List.of("kinesis:PutRecords"), stream.getStreamArn());
  }

  /** Reads a stream through an event source mapping. */
  public static PolicyStatement readRecords(IStream stream) {
    return statement(
        List.of(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards"),
        stream.getStreamArn());
  }

  /** Reads items by key or key range; never scans. */
  public static PolicyStatement readItems(ITableV2... tables) {
    return statement(
        List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"), arns(tables));
  }

  /** Reads, writes and deletes items, in transactions too; never scans. */
  public static PolicyStatement writeItems(ITableV2... tables) {
    return statement(
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        arns(tables));
  }

  /**
   * Puts items of some partitions only.
   *
   * @param partitions patterns of partition keys, such as {@code key#*}
   */
  public static PolicyStatement putItems(ITableV2 table, String... partitions) {
    return PolicyStatement.Builder.create()
        .actions(List.of("dynamodb:PutItem"))
        .resources(List.of(table.getTableArn()))
        .conditions(
            Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(partitions))))
        .build();
  }

  /** Notes when a personal key was last used, which every function does that takes such keys. */
  static PolicyStatement noteKeyUse(ITableV2 projects) {
    return putItems(projects, "key#*", "user#*");
  }

  /** Reads objects under a prefix. */
  public static PolicyStatement getObjects(IBucket bucket, Prefix prefix) {
    return statement(List.of("s3:GetObject"), objects(bucket, prefix));
  }

  /** Writes objects under a prefix. */
  public static PolicyStatement putObjects(IBucket bucket, Prefix prefix) {
    return statement(List.of("s3:PutObject"), objects(bucket, prefix));
  }

  /** Deletes objects under a prefix. */
  public static PolicyStatement deleteObjects(IBucket bucket, Prefix prefix) {
    return statement(List.of("s3:DeleteObject"), objects(bucket, prefix));
  }

  /** Lists the bucket; without it S3 answers 403 instead of 404 for a key that does not exist. */
  public static PolicyStatement listObjects(IBucket bucket) {
    return statement(List.of("s3:ListBucket"), bucket.getBucketArn());
  }

  /** Sends messages to a queue. */
  public static PolicyStatement sendMessages(IQueue queue) {
    return statement(List.of("sqs:SendMessage"), queue.getQueueArn());
  }

  /** Sends emails from the identities that the owner has verified. */
  public static PolicyStatement sendEmails(Stack stack) {
    return statement(
        List.of("ses:SendEmail"),
        stack.formatArn(
            ArnComponents.builder().service("ses").resource("identity").resourceName("*").build()));
  }

  /** Reads the catalog's entries of one database. */
  public static PolicyStatement readCatalog(Stack stack, String database) {
    return statement(
        List.of("glue:GetDatabase", "glue:GetTable", "glue:GetTables"), catalog(stack, database));
  }

  /** Creates and changes the tables of one database; never drops one. */
  public static PolicyStatement writeCatalog(Stack stack, String database) {
    return statement(
        List.of(
            "glue:CreateTable",
            "glue:GetDatabase",
            "glue:GetTable",
            "glue:GetTables",
            "glue:UpdateTable"),
        catalog(stack, database));
  }

  private static PolicyStatement statement(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build();
  }

  private static String[] arns(ITableV2... tables) {
    return Arrays.stream(tables).map(ITableV2::getTableArn).toArray(String[]::new);
  }

  private static String objects(IBucket bucket, Prefix prefix) {
    return bucket.arnForObjects(prefix.key() + "*");
  }

  private static String[] catalog(Stack stack, String database) {
    return new String[] {
      glue(stack, "catalog"),
      glue(stack, "database/" + database),
      glue(stack, "table/" + database + "/*")
    };
  }

  private static String glue(Stack stack, String resource) {
    return stack.formatArn(ArnComponents.builder().service("glue").resource(resource).build());
  }
}
