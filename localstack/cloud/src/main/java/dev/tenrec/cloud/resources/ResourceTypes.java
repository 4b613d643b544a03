package dev.tenrec.cloud.resources;

import dev.tenrec.cloud.aws.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which types of resources live here, and which are nothing but a name. */
final class ResourceTypes {
  private static final Map<String, Protocol> STORED =
      Map.of(
          "AWS::Kinesis::Stream", Protocol.KINESIS,
          "AWS::S3::Bucket", Protocol.S3,
          "AWS::DynamoDB::Table", Protocol.DYNAMODB,
          "AWS::DynamoDB::GlobalTable", Protocol.DYNAMODB,
          "AWS::SQS::Queue", Protocol.SQS,
          "AWS::Glue::Database", Protocol.GLUE);

  private static final Set<String> RUN =
      Set.of(
          "AWS::Lambda::Function",
          "AWS::Lambda::Version",
          "AWS::Lambda::Alias",
          "AWS::Lambda::Url",
          "AWS::Lambda::EventSourceMapping",
          "AWS::CloudFront::Distribution",
          "AWS::CloudFront::CachePolicy",
          "AWS::CloudFront::OriginRequestPolicy",
          "AWS::CloudFront::ResponseHeadersPolicy",
          "AWS::ApiGatewayV2::Api",
          "AWS::ApiGatewayV2::Integration",
          "AWS::ApiGatewayV2::Route",
          "AWS::ApiGatewayV2::Stage",
          "AWS::Scheduler::Schedule",
          "AWS::Scheduler::ScheduleGroup",
          "AWS::Events::Rule",
          "AWS::SSM::Parameter",
          "AWS::SecretsManager::Secret");

  private static final Set<String> INERT =
      Set.of(
          "AWS::CDK::Metadata",
          "AWS::CertificateManager::Certificate",
          "AWS::CloudFront::CloudFrontOriginAccessIdentity",
          "AWS::CloudFront::OriginAccessControl",
          "AWS::Lambda::Permission",
          "AWS::Lambda::EventInvokeConfig",
          "AWS::KMS::Key",
          "AWS::KMS::Alias",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::Subscription",
          "AWS::SQS::QueuePolicy");

  private static final Set<String> INERT_SERVICES =
      Set.of("IAM", "Logs", "CloudWatch", "Budgets", "Route53", "WAFv2", "ApplicationAutoScaling");

  private ResourceTypes() {}

  /** The service that holds the data of a type. */
  static Optional<Protocol> service(String type) {
    return Optional.ofNullable(STORED.get(type));
  }

  static boolean live(String type) {
    return STORED.containsKey(type) || RUN.contains(type);
  }

  static boolean inert(String type) {
    String[] parts = type.split("::", -1);
    return INERT.contains(type) || (parts.length > 1 && INERT_SERVICES.contains(parts[1]));
  }

  static String plural(Protocol protocol) {
    return switch (protocol) {
      case KINESIS -> "streams";
      case S3 -> "buckets";
      case DYNAMODB -> "tables";
      case SQS -> "queues";
      case GLUE -> "databases";
    };
  }
}
