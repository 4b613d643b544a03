package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a resource is called: as the template says, else by its stack and logical id. */
final class PhysicalNames {
  private static final Map<String, String> NAME_PROPERTIES =
      Map.ofEntries(
          Map.entry("AWS::ApiGatewayV2::Stage", "StageName"),
          Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
          Map.entry("AWS::CloudWatch::Dashboard", "DashboardName"),
          Map.entry("AWS::DynamoDB::GlobalTable", "TableName"),
          Map.entry("AWS::DynamoDB::Table", "TableName"),
          Map.entry("AWS::Events::EventBus", "Name"),
          Map.entry("AWS::Events::Rule", "Name"),
          Map.entry("AWS::IAM::Role", "RoleName"),
          Map.entry("AWS::Kinesis::Stream", "Name"),
          Map.entry("AWS::Lambda::Alias", "Name"),
          Map.entry("AWS::Lambda::Function", "FunctionName"),
          Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
          Map.entry("AWS::S3::Bucket", "BucketName"),
          Map.entry("AWS::SNS::Topic", "TopicName"),
          Map.entry("AWS::SQS::Queue", "QueueName"),
          Map.entry("AWS::SSM::Parameter", "Name"),
          Map.entry("AWS::Scheduler::Schedule", "Name"),
          Map.entry("AWS::Scheduler::ScheduleGroup", "Name"),
          Map.entry("AWS::SecretsManager::Secret", "Name"));

  private static final Map<String, Integer> LONGEST =
      Map.of("AWS::S3::Bucket", 63, "AWS::Lambda::Function", 64, "AWS::SQS::Queue", 80);

  private PhysicalNames() {}

  static String of(Resource resource, Templates templates) {
    return given(resource, templates).orElseGet(() -> derived(resource, templates));
  }

  private static Optional<String> given(Resource resource, Templates templates) {
    String property = NAME_PROPERTIES.get(resource.type());
    if (property != null) {
      return templates.property(resource, property).map(JsonNode::asText);
    }
    return switch (resource.type()) {
      case "AWS::Glue::Database" ->
          templates.property(resource, "DatabaseInput").map(it -> it.path("Name").asText());
      case "AWS::Glue::Table" ->
          templates.property(resource, "TableInput").map(it -> it.path("Name").asText());
      default -> Optional.empty();
    };
  }

  private static String derived(Resource resource, Templates templates) {
    String name = resource.stack() + "-" + resource.logicalId();
    int longest = LONGEST.getOrDefault(resource.type(), 128);
    if (name.length() > longest) {
      // The end of a logical id is what tells it from its siblings.
      name = name.substring(name.length() - longest).replaceFirst("^[^A-Za-z0-9]+", "");
    }
    return switch (resource.type()) {
      case "AWS::S3::Bucket" -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
      case "AWS::SQS::Queue" ->
          templates.property(resource, "FifoQueue").map(JsonNode::asBoolean).orElse(false)
              ? name + ".fifo"
              : name;
      default -> name;
    };
  }
}
